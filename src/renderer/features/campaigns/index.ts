export { CampaignImport } from './CampaignImport.tsx';
export { windowBadge, windowSentence } from './window-words.ts';
export { CampaignsScreen } from './CampaignsScreen.tsx';
