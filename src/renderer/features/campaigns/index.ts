export { CampaignsScreen } from './CampaignsScreen.tsx';
