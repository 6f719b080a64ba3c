export { campaignHandlers, findCampaign } from './campaign-handlers.ts';
