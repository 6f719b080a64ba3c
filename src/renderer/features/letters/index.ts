export { LettersPanel } from './LettersPanel.tsx';
export { ManyLettersButton } from './ManyLettersButton.tsx';
