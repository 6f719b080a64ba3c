export { AboutLink } from './AboutLink.tsx';
export { AboutPanel } from './AboutPanel.tsx';
