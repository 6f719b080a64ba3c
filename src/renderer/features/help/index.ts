export { HelpButton } from './HelpButton.tsx';
export { HelpProvider } from './HelpProvider.tsx';
export { useHelp } from './HelpContext.tsx';
