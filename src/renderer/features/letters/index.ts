export { LettersPanel } from './LettersPanel.tsx';
