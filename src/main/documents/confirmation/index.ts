export { createMeasure } from '../typeface.ts';
export { renderConfirmationPdf } from './render-confirmation-pdf.ts';
