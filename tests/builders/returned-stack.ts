import type { CommandInput, CommandName, CommandOutput } from '#shared/contract/index.ts';
import { simulateForeignPage } from '#simulator/foreign-page.ts';
import type { ReturnedPagePlan } from '#simulator/plan/return-plan.ts';
import { anAnswer } from './answers.ts';
import { aScannedPage } from './signed-sheet.ts';

/** What happened to one sheet between the counter and the scanner. Only `signed`, `upsideDown` and `corrected` come with their back. */
export const FATES = [
  'signed',
  'upsideDown',
  'corrected',
  'noted',
  'unsigned',
  'doubtful',
  'superseded',
  'twice',
] as const;
export type Fate = (typeof FATES)[number];

export interface ReturnedSheet {
  fate: Fate;
  number: string;
  /** As the screen names the candidate: told by what happened, from 1. */
  name: string;
}

export interface ScannedFile {
  name: string;
  bytes: Uint8Array;
}

type Call = <Name extends CommandName>(name: Name, input: CommandInput<Name>) => Promise<CommandOutput<Name>>;

/** What is written in red over the printed telephone of a corrected sheet. */
export const WRITTEN_PHONE = '06 00 00 00 44';

const BLUE = 'scoring-blue-cristal';
const RED = 'scoring-red-gel-school';
const SIGNED = { signature: { penId: BLUE }, date: { penId: BLUE, text: '20/11/2026' } };
const NAMES: Record<Fate, string> = {
  signed: 'Clair',
  upsideDown: 'Retourné',
  corrected: 'Rouge',
  noted: 'Annoté',
  unsigned: 'Nonsigné',
  doubtful: 'Douteux',
  superseded: 'Périmé',
  twice: 'Doublé',
};

const FRONTS: Record<Fate, Parameters<typeof aScannedPage>[1]> = {
  signed: SIGNED,
  upsideDown: { ...SIGNED, scan: { quarterTurn: 180 } },
  corrected: {
    ...SIGNED,
    corrections: [
      { fieldId: 'identification.phone', kind: 'strike-and-rewrite', penId: RED, text: WRITTEN_PHONE },
    ],
  },
  noted: {
    ...SIGNED,
    otherMarks: [{ kind: 'note', box: { x: 70, y: 281, w: 45, h: 7 }, text: 'MERCI', penId: RED }],
  },
  unsigned: {},
  doubtful: SIGNED,
  superseded: SIGNED,
  twice: SIGNED,
};

/** Confirmations really issued, then signed, corrected, mislaid and scanned; so many sheets of each fate. */
export async function aReturnedStack(
  call: Call,
  counts: Partial<Record<Fate, number>>,
  { foreign = 0, damaged = 0 } = {},
): Promise<{ sheets: ReturnedSheet[]; files: ScannedFile[] }> {
  const sheets: ReturnedSheet[] = [];
  const files: ScannedFile[] = [];
  for (const fate of FATES) {
    for (let index = 1; index <= (counts[fate] ?? 0); index += 1) {
      const sheet = await registered(call, fate, index, sheets.length);
      sheets.push(sheet);
      files.push(...(await scans(call, sheet)));
    }
  }
  for (let index = 0; index < foreign; index += 1)
    files.push({ name: `lettre-${index}.jpg`, bytes: (await simulateForeignPage(`lettre ${index}`)).bytes });
  for (let index = 0; index < damaged; index += 1)
    files.push({
      name: `abimee-${index}.jpg`,
      bytes: (files[index]?.bytes ?? new Uint8Array()).slice(0, 3000),
    });
  return { sheets, files };
}

async function registered(call: Call, fate: Fate, index: number, place: number): Promise<ReturnedSheet> {
  const givenNames = `${NAMES[fate]} ${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[index - 1]}`;
  const answers = anAnswer({
    'identification.givenNames': givenNames,
    'identification.birthDate': `${1955 + place}-03-04`,
  });
  const { registrationNumber: number } = await call('registrations.register', { answers });
  return { fate, number, name: `${answers.identification.birthName} ${answers.identification.givenNames}` };
}

async function scans(call: Call, { fate, number, name }: ReturnedSheet): Promise<ScannedFile[]> {
  const issued = await call('confirmations.issue', { number });
  const scan = async (side: string, changes: Partial<ReturnedPagePlan> | (typeof FRONTS)[Fate]) => ({
    name: `${name} ${side}.jpg`,
    bytes: await aScannedPage(issued, changes),
  });
  const front = await scan('recto', FRONTS[fate]);
  if (fate === 'twice') return [front, { ...front, name: `${name} encore.jpg` }];
  if (fate === 'superseded')
    await call('registrations.amend', { number, changes: { 'identification.phone': null } });
  const hasBack = fate === 'signed' || fate === 'upsideDown' || fate === 'corrected';
  return hasBack ? [front, await scan('verso', { sheetPage: 2 })] : [front];
}
