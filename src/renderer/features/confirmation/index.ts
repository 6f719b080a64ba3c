export { ConfirmationPreview } from './ConfirmationPreview.tsx';
export { PdfPreview } from './PdfPreview.tsx';
export { PrintButton } from './PrintButton.tsx';
