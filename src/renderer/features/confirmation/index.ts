export { ConfirmationPreview } from './ConfirmationPreview.tsx';
export { PrintButton } from './PrintButton.tsx';
