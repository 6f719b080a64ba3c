export { campaignHandlers } from './campaign-handlers.ts';
export { findCampaign, listCampaigns } from './find-campaign.ts';
export { knownCampaigns } from './campaign-store.ts';
