export { filePieces, type FileFacts } from './file-pieces.ts';
export { notePiece } from './piece-store.ts';
export {
  admitReturn,
  findReturnOfPage,
  insertReturn,
  returnsOf,
  signedReturns,
  type StoredReturn,
} from './return-store.ts';
