export { AboutPanel } from './AboutPanel.tsx';
