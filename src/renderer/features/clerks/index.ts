export { ClerksPanel } from './ClerksPanel.tsx';
export { KeysPanel } from './KeysPanel.tsx';
export { RecoveryKeySection } from './RecoveryKeySection.tsx';
export { OwnPassphrasePanel } from './OwnPassphrasePanel.tsx';
