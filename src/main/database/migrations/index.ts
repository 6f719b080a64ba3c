import { foundation } from './10-foundation.ts';
import { fileLife } from './20-file-life.ts';
import { personSearch } from './30-person-search.ts';
import { referenceLists } from './40-reference-lists.ts';
import { piecesAndMail } from './50-pieces-and-mail.ts';
import { lettersAndSlips } from './60-letters-and-slips.ts';
import { listsAndRetention } from './70-lists-and-retention.ts';
import { otherCounters } from './140-other-counters.ts';
import { portalRequests } from './100-portal-requests.ts';
import { stacksOfReturns } from './110-stacks-of-returns.ts';
import { calibration } from './120-calibration.ts';
import { batches } from './130-batches.ts';
import { clerks } from './150-clerks.ts';
import { safekeeping } from './160-safekeeping.ts';
import { trustOfTheCentre } from './180-trust-of-the-centre.ts';
import { auditLog } from './190-audit-log.ts';
import { healthKey } from './220-health-key.ts';
import { prints } from './230-prints.ts';
import { freeWords } from './240-free-words.ts';
import { officeSeal } from './250-office-seal.ts';
import { keysOfTheStation } from './260-keys-of-the-station.ts';
import { textOfOps } from './270-text-of-ops.ts';
import { tallyOfFiles } from './280-tally-of-files.ts';

export interface Migration {
  /** Tens, in order; also SQLite's `user_version`. */
  number: number;
  sql: string;
}

/** In order. A migration that was released never changes. */
export const MIGRATIONS: readonly Migration[] = [
  foundation,
  fileLife,
  personSearch,
  referenceLists,
  piecesAndMail,
  lettersAndSlips,
  listsAndRetention,
  portalRequests,
  stacksOfReturns,
  calibration,
  batches,
  otherCounters,
  clerks,
  safekeeping,
  trustOfTheCentre,
  auditLog,
  healthKey,
  prints,
  freeWords,
  officeSeal,
  keysOfTheStation,
  textOfOps,
  tallyOfFiles,
];
