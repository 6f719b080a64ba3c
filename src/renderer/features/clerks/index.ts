export { ClerksPanel } from './ClerksPanel.tsx';
export { KeysPanel } from './KeysPanel.tsx';
export { OwnPassphrasePanel } from './OwnPassphrasePanel.tsx';
