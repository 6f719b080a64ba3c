import { examSchema } from '#shared/contract/answers.ts';
import type { Campaign } from '#shared/contract/campaign.ts';
import { UNASSIGNED, type Desk, type QueueCounts, type ReadyFile } from '#shared/contract/portfolios.ts';
import { GuichetError } from '#shared/errors.ts';
import { depositedPieces, expectedPieces } from '#shared/rules/campaign-letters.ts';
import { foldForSearch } from '#shared/rules/fold.ts';
import { routeFile } from '#shared/rules/route-portfolio.ts';
import type { ReadableDatabase } from '#main/database/types.ts';
import { filePieces } from '#main/domains/pieces/index.ts';
import type { Reference } from '#main/domains/reference/index.ts';
import type { StoredRegistration } from '#main/domains/registrations/index.ts';
import { countFiles, readyFiles, type CountedFiles } from './queue-store.ts';
import { deskOf, UNASSIGNED_DESK } from './routing.ts';

export interface Queue {
  desk: Desk;
  counts: QueueCounts;
}

/** One queue for each portfolio that owns files, and one for what nobody owns when there is any. */
export function queuesOf(database: ReadableDatabase, campaign: Campaign): Queue[] {
  const counted = countFiles(database, campaign.id);
  const queues = campaign.portfolios
    .filter(({ transversal }) => !transversal)
    .map((portfolio) => ({
      desk: deskOf(portfolio),
      counts: countsFor(counted, campaign, portfolio.id),
    }));
  const unassigned = { desk: UNASSIGNED_DESK, counts: countsFor(counted, campaign, UNASSIGNED) };
  return counted.some((files) => ownerOf(campaign, files) === UNASSIGNED) ? [...queues, unassigned] : queues;
}

/** Throws `unknown-portfolio`. */
export function getQueue(database: ReadableDatabase, campaign: Campaign, portfolioId: string): Queue {
  const portfolio = campaign.portfolios.find(({ id, transversal }) => id === portfolioId && !transversal);
  if (!portfolio && portfolioId !== UNASSIGNED) throw new GuichetError('unknown-portfolio');
  return {
    desk: portfolio ? deskOf(portfolio) : UNASSIGNED_DESK,
    counts: countsFor(countFiles(database, campaign.id), campaign, portfolioId),
  };
}

/** In the order of the paper: by specialty, then by name, as the confirmations are sorted. */
export function readyFilesOf(
  database: ReadableDatabase,
  reference: Reference,
  campaign: Campaign,
  portfolioId: string,
): { registration: StoredRegistration; file: ReadyFile }[] {
  return countFiles(database, campaign.id)
    .filter((files) => files.state === 'ready' && ownerOf(campaign, files) === portfolioId)
    .flatMap(({ exam, specialtyCode }) =>
      readyFiles(database, campaign.id, examSchema.parse(exam), specialtyCode),
    )
    .map((registration) => ({ registration, file: describe(database, reference, campaign, registration) }))
    .toSorted((a, b) => compareFiles(a.file, b.file));
}

function describe(
  database: ReadableDatabase,
  reference: Reference,
  campaign: Campaign,
  registration: StoredRegistration,
): ReadyFile {
  const { answers, registrationNumber, version, status } = registration;
  const { specialtyCode } = answers.qualification;
  const pieces = filePieces(database, registration, campaign, reference);
  return {
    registrationNumber,
    version,
    birthName: answers.identification.birthName,
    givenNames: answers.identification.givenNames,
    exam: answers.candidature.exam,
    specialtyCode,
    specialtyLabel: reference.findSpecialty(specialtyCode)?.label ?? specialtyCode,
    status,
    depositedCount: depositedPieces(pieces).length,
    missing: expectedPieces(pieces).map(({ label }) => label),
  };
}

function compareFiles(a: ReadyFile, b: ReadyFile): number {
  const keyOf = (file: ReadyFile) => [
    file.exam,
    foldForSearch(file.specialtyLabel),
    file.specialtyCode,
    foldForSearch(`${file.birthName} ${file.givenNames}`),
    file.registrationNumber,
  ];
  const keysOfB = keyOf(b);
  for (const [index, key] of keyOf(a).entries()) {
    const other = keysOfB[index] ?? '';
    if (key !== other) return key < other ? -1 : 1;
  }
  return 0;
}

function countsFor(counted: readonly CountedFiles[], campaign: Campaign, portfolioId: string): QueueCounts {
  const counts: QueueCounts = { awaiting: 0, ready: 0, transmitted: 0 };
  for (const files of counted)
    if (ownerOf(campaign, files) === portfolioId) counts[files.state] += files.count;
  return counts;
}

function ownerOf(campaign: Campaign, { exam, specialtyCode }: CountedFiles): string {
  const file = { exam: examSchema.parse(exam), specialtyCode, subjects: [] };
  return routeFile(file, campaign.portfolios).main?.id ?? UNASSIGNED;
}
