import { beforeEach, describe, expect, it } from 'vitest';
import type { CommandOutput } from '#shared/contract/index.ts';
import { stackResultSchema } from '#shared/contract/returns.ts';
import { pensOf } from '#simulator/pens.ts';
import { anAnswer } from '../../../../tests/builders/answers.ts';
import { finishedJob } from '../../../../tests/builders/job.ts';
import { aScannedPage } from '../../../../tests/builders/signed-sheet.ts';
import { aStation, type TestStation } from '../../../../tests/builders/station.ts';

const blue = { penId: pensOf('scoring', 'blue')[0]!.id };
const SIGNED = { signature: blue, date: { ...blue, text: '20/11/2026' } };
const PHONE = { 'identification.phone': '06 00 00 00 44' };
const NOTE = {
  otherMarks: [
    {
      kind: 'note' as const,
      box: { x: 60, y: 200, w: 60, h: 14 },
      text: 'VOIR AU DOS',
      penId: pensOf('scoring', 'red-ballpoint')[0]!.id,
    },
  ],
};

let station: TestStation;
let number: string;
let recto: File;
let issued: CommandOutput<'confirmations.issue'>;
type File = { name: string; bytes: Uint8Array };

beforeEach(async () => {
  station = await aStation();
  ({ registrationNumber: number } = await station.call('registrations.register', { answers: anAnswer() }));
  issued = await station.call('confirmations.issue', { number });
  recto = { name: 'recto.jpg', bytes: await aScannedPage(issued, SIGNED) };
});

const verso = async () => ({ name: 'verso.jpg', bytes: await aScannedPage(issued, { sheetPage: 2 }) });

async function read(files: File[], stackId?: string) {
  const started = await station.call('returns.read', { files, ...(stackId ? { stackId } : {}) });
  stackResultSchema.parse((await finishedJob(station, started.jobId)).result);
  return started.stackId;
}

async function page(stackId: string, sheetPage: number) {
  const found = (await station.call('returns.list', { stackId })).find((one) => one.sheetPage === sheetPage);
  if (!found) throw new Error(`no page ${sheetPage} in the stack`);
  return found;
}

const accept = (id: string, changes = {}, signed = false) =>
  station.call('returns.accept', { id, signed, dated: signed, changes });

const signedVersions = async () =>
  (await station.call('returns.ofFile', { number })).map(({ version, signed, superseded }) => ({
    version,
    signed,
    superseded,
  }));

describe('two pages of one sheet in a stack', () => {
  it('are one paper: red ink on one does not make the other old, whose signature covers the version it made', async () => {
    const stackId = await read([recto, await verso()]);
    const corrected = await accept((await page(stackId, 2)).id, PHONE);
    const { sheet } = await station.call('returns.open', { id: (await page(stackId, 1)).id });
    const signed = await accept((await page(stackId, 1)).id, {}, true);
    const { version, status } = await station.call('registrations.get', { number });
    expect({
      corrected: corrected.version,
      sheet,
      signed,
      version,
      status,
      kept: await signedVersions(),
    }).toMatchObject({
      corrected: 2,
      sheet: {
        isStale: false,
        latestVersion: 2,
        mates: [{ sheetPage: 2, madeVersion: 2 }],
        missingPages: [],
      },
      signed: { version: 2, newVersion: false },
      version: 2,
      status: 'returned',
      kept: [{ version: 2, signed: true, superseded: false }],
    });
  });

  it('are one paper in the other order too: the signature already recorded covers the version made after it', async () => {
    const stackId = await read([recto, await verso()]);
    await accept((await page(stackId, 1)).id, {}, true);
    await accept((await page(stackId, 2)).id, PHONE);
    const { version, status } = await station.call('registrations.get', { number });
    expect({ version, status, kept: await signedVersions() }).toEqual({
      version: 2,
      status: 'returned',
      kept: [
        { version: 2, signed: true, superseded: false },
        { version: 1, signed: true, superseded: true },
      ],
    });
  });

  it('may both bear corrections, each of which makes a version', async () => {
    const stackId = await read([recto, await verso()]);
    await accept((await page(stackId, 2)).id, PHONE);
    const last = await accept(
      (await page(stackId, 1)).id,
      { 'identification.email': 'autre@example.org' },
      true,
    );
    expect([last.version, await signedVersions()]).toEqual([
      3,
      [{ version: 3, signed: true, superseded: false }],
    ]);
  });

  it('grow old together when the file was changed elsewhere, whatever their own corrections made', async () => {
    const stackId = await read([recto, await verso()]);
    await accept((await page(stackId, 2)).id, PHONE);
    await station.call('registrations.amend', { number, changes: { 'identification.phone': null } });
    const { id } = await page(stackId, 1);
    const { sheet } = await station.call('returns.open', { id });
    const error = await station.failure('returns.accept', { id, signed: true, dated: true, changes: {} });
    expect([sheet?.isStale, error.code, error.detail]).toEqual([true, 'stale-version', { latest: '3' }]);
  });

  it('are told apart from a page of the same version read in another stack, which is old', async () => {
    const first = await read([await verso()]);
    await accept((await page(first, 2)).id, PHONE);
    const second = await read([recto]);
    const { status } = await page(second, 1);
    expect(status).toBe('superseded');
  });

  it('stay together when the second is read after the first was accepted, and neither is then missing', async () => {
    const stackId = await read([await verso()]);
    const before = await station.call('returns.summary', { stackId });
    await accept((await page(stackId, 2)).id, PHONE);
    await read([recto], stackId);
    const { status, id } = await page(stackId, 1);
    const { page: opened } = await station.call('returns.open', { id });
    const after = await station.call('returns.summary', { stackId });
    expect({
      before: before.incompleteSheets.map(({ missingPages }) => missingPages),
      status,
      warnings: opened.reading.warnings,
      after: after.incompleteSheets,
      stacks: (await station.call('returns.stacks', {})).length,
    }).toEqual({ before: [[1]], status: 'matched', warnings: [], after: [], stacks: 1 });
  });

  it('are not twice the same page when they come in two parts', async () => {
    const stackId = await read([recto]);
    await read([{ ...recto, name: 'encore.jpg' }, await verso()], stackId);
    const pages = await station.call('returns.list', { stackId });
    expect(pages.map(({ file, status }) => `${file} ${status}`).sort()).toEqual([
      'encore.jpg duplicate',
      'recto.jpg matched',
      'verso.jpg matched',
    ]);
  });
});

describe('a stack', () => {
  it('is counted by what was seen, what was decided and what is missing, and names the versions it made', async () => {
    const damaged = { name: 'abimee.jpg', bytes: recto.bytes.slice(0, 3000) };
    const stackId = await read([recto, { ...recto, name: 'encore.jpg' }, damaged]);
    const before = await station.call('returns.summary', { stackId });
    await accept((await page(stackId, 1)).id, PHONE, true);
    const after = await station.call('returns.summary', { stackId });
    const someone = { registrationNumber: number, name: 'TÉMOIN Dominique' };
    expect({ before, after }).toMatchObject({
      before: {
        pages: 3,
        waiting: 3,
        readBy: 'agent.essai',
        byStatus: { matched: 1, superseded: 0, duplicate: 1, foreign: 0, unidentified: 0, unreadable: 1 },
        signed: 1,
        plain: 1,
        incompleteSheets: [{ ...someone, version: 1, sheetPages: 2, missingPages: [2] }],
        newVersions: [],
      },
      after: { waiting: 2, accepted: 1, refused: 0, newVersions: [{ ...someone, version: 2 }] },
    });
  });

  it('is listed while something waits in it, before those that are done', async () => {
    const done = await read([{ name: 'abimee.jpg', bytes: recto.bytes.slice(0, 3000) }]);
    const [only] = await station.call('returns.list', { stackId: done });
    await station.call('returns.refuse', { id: only!.id, reason: 'Illisible' });
    const open = await read([recto]);
    const again = await read([{ name: 'autre.jpg', bytes: recto.bytes.slice(0, 2000) }]);
    const [last] = await station.call('returns.list', { stackId: again });
    await station.call('returns.refuse', { id: last!.id, reason: 'Illisible' });
    const stacks = await station.call('returns.stacks', {});
    expect(stacks.map(({ id, waiting }) => [id, waiting])).toEqual([
      [open, 1],
      [again, 0],
      [done, 0],
    ]);
  });
});

describe('a page handed to a second person', () => {
  const question = 'Est-ce la signature du candidat ?';

  it('leaves the queue with its question, and is decided with an answer; both names are kept', async () => {
    const stackId = await read([recto]);
    const { id } = await page(stackId, 1);
    await station.call('returns.ask', { id, question });
    const summary = await station.call('returns.summary', { stackId });
    const [waiting] = await station.call('returns.list', { asked: true });
    const acceptance = { id, signed: true, dated: true, changes: {} };
    const refusals = [
      await station.failure('returns.ask', { id, question }),
      await station.failure('returns.accept', { ...acceptance, answer: 'Oui, c’est la sienne' }),
      await station.failure('returns.accept', { ...acceptance, alone: true }),
    ];
    await station.call('returns.accept', { ...acceptance, answer: 'Oui, c’est la sienne', alone: true });
    const decided = await page(stackId, 1);
    expect({
      counts: [summary.waiting, summary.asked],
      waiting: [waiting?.question, waiting?.askedBy],
      refusals: refusals.map(({ code }) => code),
      decided,
    }).toMatchObject({
      counts: [0, 1],
      waiting: [question, 'agent.essai'],
      refusals: ['already-asked', 'second-person-needed', 'invalid-input'],
      decided: {
        decision: 'accepted',
        question,
        askedBy: 'agent.essai',
        answer: 'Oui, c’est la sienne',
        decidedBy: 'agent.essai',
      },
    });
  });

  it('may be refused by her, the reason being the answer', async () => {
    const stackId = await read([recto]);
    const { id } = await page(stackId, 1);
    await station.call('returns.ask', { id, question });
    await station.call('returns.refuse', { id, reason: 'Signée par un tiers', alone: true });
    expect(await page(stackId, 1)).toMatchObject({ decision: 'refused', answer: 'Signée par un tiers' });
  });
});

describe('a mark that touches no field', () => {
  it('must have been looked at before its page is accepted', async () => {
    const noted = { name: 'note.jpg', bytes: await aScannedPage(issued, { ...NOTE, sheetPage: 2 }) };
    const stackId = await read([noted]);
    const { id, unattachedMarks } = await page(stackId, 2);
    const { page: opened } = await station.call('returns.open', { id });
    const acceptance = { id, signed: false, dated: false, changes: {} };
    const refused = await station.failure('returns.accept', acceptance);
    const seenMarks = [...opened.reading.marks.keys()];
    await station.call('returns.accept', { ...acceptance, seenMarks });
    expect([unattachedMarks > 0, refused.code, (await page(stackId, 2)).decision]).toEqual([
      true,
      'marks-not-seen',
      'accepted',
    ]);
  });
});
