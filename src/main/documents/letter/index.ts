export { createMeasure } from '../typeface.ts';
export { renderPages } from '../render-pages.ts';
export { layoutLetter, onWholeSheets } from './layout-letter.ts';
export type { LetterContent, LetterPart } from './letter-content.ts';
