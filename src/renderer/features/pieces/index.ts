export { PieceChecklist } from './PieceChecklist.tsx';
export { PiecesScreen } from './PiecesScreen.tsx';
export { VERDICT_TONES } from './RecordedReturns.tsx';
