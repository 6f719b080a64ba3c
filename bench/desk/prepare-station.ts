import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { openDatabase } from '#main/database/open-database.ts';
import type { Answers } from '#shared/contract/answers.ts';
import { WRITTEN_PHONE } from '../../tests/builders/returned-stack.ts';
import { aScannedPage } from '../../tests/builders/signed-sheet.ts';
import { addRegistration } from '../register/add-registration.ts';
import { databaseKey, openStation, type BenchFolders, type BenchStation } from '../register/bench-station.ts';
import { inventedAnswers, inventedNewcomer, type InventedPerson } from '../register/invented-people.ts';

const BLUE_PEN = 'scoring-blue-cristal';
const SIGNED = { signature: { penId: BLUE_PEN }, date: { penId: BLUE_PEN, text: '20/11/2026' } };
const RED_PHONE = {
  fieldId: 'identification.phone',
  kind: 'strike-and-rewrite',
  penId: 'scoring-red-gel-school',
  text: WRITTEN_PHONE,
} as const;

export interface ReturnedPage {
  /** How the page is named once it is read. */
  candidate: string;
  jpeg: Uint8Array;
}

/** What the acts that are measured begin with, made before the program starts. */
export interface Prepared {
  /** Forms with all their answers, waiting to be saved at their sixth step. */
  drafts: string[];
  /** Registered today: their confirmations can be printed. */
  files: { number: string; name: string }[];
  /** Signed first pages of confirmations, at 300 dpi in colours. */
  pages: ReturnedPage[];
  /** The same with the telephone corrected in red. */
  redPage: ReturnedPage;
  /** Failed the bac pro of the session before. */
  repeater: InventedPerson;
}

/** People nobody is: numbers from `firstUnused` on. */
export async function prepareStation(
  folders: BenchFolders,
  firstUnused: number,
  count: { saves: number; files: number; pages: number },
): Promise<Prepared> {
  let number = firstUnused;
  const nextAnswers = () => inventedAnswers(inventedNewcomer(++number), number);
  const repeater = inventedNewcomer(++number);
  await addRepeater(folders, { ...inventedAnswers(repeater, 2), achievements: [] });

  const station = await openStation(folders);
  const drafts: string[] = [];
  for (let index = 0; index < count.saves; index += 1) drafts.push(await keepDraft(station, nextAnswers()));
  const files: Prepared['files'] = [];
  for (let index = 0; index < count.files; index += 1) files.push(await register(station, nextAnswers()));
  const pages: ReturnedPage[] = [];
  for (let index = 0; index < count.pages; index += 1)
    pages.push(await returnedPage(station, nextAnswers(), []));
  const redPage = await returnedPage(station, nextAnswers(), [RED_PHONE]);
  await station.core.close();
  return { drafts, files, pages, redPage, repeater };
}

async function addRepeater(folders: BenchFolders, answers: Answers): Promise<void> {
  const database = openDatabase(join(folders.data, 'guichet.db'), await databaseKey(folders));
  database.transaction(() =>
    addRegistration(database, answers, { examYear: 2026, createdAtMs: Date.UTC(2025, 9, 20, 9) }),
  );
  database.close();
}

async function keepDraft({ call }: BenchStation, answers: Answers): Promise<string> {
  const id = randomUUID();
  await call('drafts.save', { id, answers: { ...answers }, step: 6 });
  return id;
}

async function register({ call }: BenchStation, answers: Answers) {
  const { registrationNumber } = await call('registrations.register', { answers });
  const { birthName, givenNames } = answers.identification;
  return { number: registrationNumber, name: `${birthName} ${givenNames}` };
}

async function returnedPage(
  station: BenchStation,
  answers: Answers,
  corrections: readonly (typeof RED_PHONE)[],
): Promise<ReturnedPage> {
  const { number, name } = await register(station, answers);
  const issued = await station.call('confirmations.issue', { number });
  const jpeg = await aScannedPage(issued, { ...SIGNED, corrections: [...corrections], scan: { dpi: 300 } });
  return { candidate: name, jpeg };
}
