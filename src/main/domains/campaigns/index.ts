export { campaignHandlers } from './campaign-handlers.ts';
export { findCampaign, listCampaigns } from './find-campaign.ts';
