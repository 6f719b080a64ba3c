import type { z } from 'zod';
import { auditContract } from './audit.ts';
import { batchContract } from './batches.ts';
import { calibrationContract } from './calibration.ts';
import { campaignsContract } from './campaigns.ts';
import { candidatesContract } from './candidates.ts';
import { clerksContract } from './clerks.ts';
import { conflictsContract } from './conflicts.ts';
import { confirmationsContract } from './confirmations.ts';
import { draftsContract } from './drafts.ts';
import { fileLifeContract } from './file-life.ts';
import { figuresContract } from './figures.ts';
import { listsContract } from './lists.ts';
import { privacyContract } from './privacy.ts';
import { keysContract } from './keys.ts';
import { jobsContract } from './jobs.ts';
import { mailContract } from './mail.ts';
import { piecesContract } from './pieces.ts';
import { lettersContract } from './letters.ts';
import { portalContract } from './portal.ts';
import { portfoliosContract } from './portfolios.ts';
import { printingContract } from './printing.ts';
import { referenceContract } from './reference.ts';
import { registrationsContract } from './registrations.ts';
import { returnsContract } from './returns.ts';
import { safekeepingContract } from './safekeeping.ts';
import { scannersContract } from './scanners.ts';
import { sealContract } from './seal.ts';
import { stationContract } from './station.ts';
import { syncContract } from './sync.ts';

/** Every command there is. A host, a test or a script can do no more than this table says. */
export const contract = {
  ...stationContract,
  ...clerksContract,
  ...keysContract,
  ...sealContract,
  ...referenceContract,
  ...campaignsContract,
  ...draftsContract,
  ...registrationsContract,
  ...candidatesContract,
  ...confirmationsContract,
  ...returnsContract,
  ...scannersContract,
  ...printingContract,
  ...calibrationContract,
  ...fileLifeContract,
  ...piecesContract,
  ...mailContract,
  ...lettersContract,
  ...portalContract,
  ...portfoliosContract,
  ...syncContract,
  ...batchContract,
  ...conflictsContract,
  ...listsContract,
  ...figuresContract,
  ...privacyContract,
  ...safekeepingContract,
  ...auditContract,
  ...jobsContract,
};

export type Contract = typeof contract;
export type CommandName = keyof Contract;
/** What a caller writes (defaults may be left out). */
export type CommandInput<Name extends CommandName> = z.input<Contract[Name]['input']>;
/** What a handler receives, once validated. */
export type ParsedInput<Name extends CommandName> = z.output<Contract[Name]['input']>;
export type CommandOutput<Name extends CommandName> = z.output<Contract[Name]['output']>;

export function isCommandName(name: string): name is CommandName {
  return Object.hasOwn(contract, name);
}
