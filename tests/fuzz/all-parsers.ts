import type { Parser } from './parser.ts';
import { backups, batches, forgedBatches } from './parsers/carried-files.ts';
import { replies, serverKeys, signedReplies } from './parsers/centre.ts';
import { campaigns, lists } from './parsers/office-files.ts';
import { drawnPdf, images, pdf } from './parsers/scans.ts';
import { codes, frames, matrices } from './parsers/wire.ts';

/** Everything that reads what comes from outside. Shares add up to a hundred and a few. */
export const PARSERS: readonly Parser[] = [
  images,
  pdf,
  drawnPdf,
  lists,
  campaigns,
  batches,
  forgedBatches,
  backups,
  replies,
  signedReplies,
  serverKeys,
  codes,
  matrices,
  frames,
];
