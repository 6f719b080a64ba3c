import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listFiltersSchema, listSortSchema } from '#shared/contract/lists.ts';
import { opSchema } from '#shared/protocol/op.ts';
import { decipheredBase } from '../../../../tests/builders/deciphered-base.ts';
import { aFolder } from '../../../../tests/builders/folder.ts';
import { aStationWithOldFiles, theReference, type OldFiles } from '../../../../tests/builders/old-files.ts';
import { disposalList } from './disposal-list.ts';
import { holdFile, releaseFile } from './litigation-hold.ts';
import { disposableFiles, heldFiles, retentionSessions } from './preview-disposal.ts';
import { saveView, viewsOf } from '../lists/view-store.ts';
import { purgeReports } from './purge-report.ts';
import { purge } from './purge.ts';

const QUIET = { signal: new AbortController().signal, report: () => undefined };

function purged(station: OldFiles, digest?: string) {
  const visa = {
    visaReference: 'AD06 2026-118',
    visaOn: '2026-11-10',
    digest: digest ?? disposableFiles(station.context, theReference()).digest,
  };
  return purge(station.context, theReference(), visa, QUIET);
}

const code = (error: unknown) => (error as { code?: string }).code;

describe('a preview', () => {
  it('says of each session what is due, held and not yet received', () => {
    const station = aStationWithOldFiles();
    const [held = ''] = station.registerFor(2015, 3);
    station.acknowledgeAll();
    station.registerFor(2015);
    station.registerFor(2027);
    station.enrolled();
    holdFile(station.context, held, 'Recours au tribunal');
    expect([
      retentionSessions(station.context, theReference()),
      heldFiles(station.database).map(({ registrationNumber, reason }) => [registrationNumber, reason]),
    ]).toEqual([
      [
        {
          examYear: 2015,
          phase: 'due',
          activeUntil: '2017-12-31',
          keptUntil: '2025-12-31',
          files: 4,
          held: 1,
          // The hold itself is told to the centre, and not yet received.
          unsent: 2,
          unconfirmed: 0,
          disposable: 2,
        },
        {
          examYear: 2027,
          phase: 'active',
          activeUntil: '2029-12-31',
          keptUntil: '2037-12-31',
          files: 1,
          held: 0,
          unsent: 0,
          unconfirmed: 0,
          disposable: 0,
        },
      ],
      [[held, 'Recours au tribunal']],
    ]);
  });

  it('has another digest as soon as one file more is due', () => {
    const station = aStationWithOldFiles();
    station.registerFor(2015);
    const before = disposableFiles(station.context, theReference()).digest;
    station.registerFor(2014);
    expect(disposableFiles(station.context, theReference()).digest).not.toBe(before);
  });
});

describe('the disposal list', () => {
  it('counts by session and exam, and names nobody', () => {
    const station = aStationWithOldFiles();
    station.registerFor(2014, 2);
    station.registerFor(2015);
    const list = disposalList(station.context, theReference());
    const lines = list.split('\r\n').map((line) => line.split(';'));
    expect([
      lines.slice(1, 3).map((cells) => [cells[4], cells[5], cells[8], cells[11]]),
      /TÉMOIN|Dominique/.test(list),
      list.includes(disposableFiles(station.context, theReference()).digest),
    ]).toEqual([
      [
        ['2014', 'Certificat d’aptitude professionnelle', '2', '2024-12-31'],
        ['2015', 'Certificat d’aptitude professionnelle', '1', '2025-12-31'],
      ],
      false,
      true,
    ]);
  });

  it('does not exist when nothing is due', () => {
    const station = aStationWithOldFiles();
    station.registerFor(2016);
    expect(() => disposalList(station.context, theReference())).toThrow(
      expect.objectContaining({ code: 'nothing-due' }),
    );
  });
});

describe('a purge', () => {
  it('destroys what is due and keeps what is not, what is held, and what the centre has not received', async () => {
    const station = aStationWithOldFiles();
    const [held = ''] = station.registerFor(2015, 2);
    const [recent = ''] = station.registerFor(2016);
    holdFile(station.context, held, 'Recours au tribunal');
    station.acknowledgeAll();
    const [unsent = ''] = station.registerFor(2015);
    station.enrolled();
    const report = await purged(station);
    expect([station.numbers(), report.counts, purgeReports(station.database)]).toEqual([
      [held, recent, unsent].toSorted(),
      { registrations: 1, candidates: 1, documents: 0, abandoned: 0, sessions: { '2015': 1 } },
      [report],
    ]);
  });

  it('takes a file again once its litigation is over', async () => {
    const station = aStationWithOldFiles();
    const [number = ''] = station.registerFor(2015);
    holdFile(station.context, number, 'Recours au tribunal');
    await expect(purged(station)).rejects.toSatisfy((error) => code(error) === 'nothing-due');
    releaseFile(station.context, number, 'Désistement');
    await purged(station);
    expect(station.numbers()).toEqual([]);
  });

  it('refuses, and destroys nothing, when the list is no longer the one that was approved', async () => {
    const station = aStationWithOldFiles();
    station.registerFor(2015);
    const { digest } = disposableFiles(station.context, theReference());
    station.registerFor(2015);
    await expect(purged(station, digest)).rejects.toSatisfy((error) => code(error) === 'disposal-changed');
    expect([station.numbers().length, purgeReports(station.database)]).toEqual([2, []]);
  });

  it('stops when it is cancelled, and its report tells what was done', async () => {
    const station = aStationWithOldFiles();
    station.registerFor(2015, 50);
    const controller = new AbortController();
    const { digest } = disposableFiles(station.context, theReference());
    const visa = { visaReference: 'AD06 2026-118', visaOn: '2026-11-10', digest };
    const handle = { signal: controller.signal, report: () => controller.abort() };
    await expect(purge(station.context, theReference(), visa, handle)).rejects.toSatisfy(
      (error) => code(error) === 'cancelled',
    );
    const [report] = purgeReports(station.database);
    expect([station.numbers().length, report?.counts.registrations, report?.endedAtMs]).toEqual([
      30,
      20,
      null,
    ]);
  });

  it('keeps the chain of ops: each that says something still names the hash of the one before it', async () => {
    const station = aStationWithOldFiles();
    const kept = station.register(2);
    station.registerFor(2015, 2);
    station.amend(kept[0] ?? '', { 'identification.phone': '06 00 00 00 02' });
    await purged(station);
    const rows = station.database.all(
      `SELECT *, coalesce(unsealed(canonical, op_id), '') AS canonical FROM outbox_op LEFT JOIN outbox_text USING (op_id) ORDER BY station_seq`,
    );
    const broken = rows.filter((row, index) => {
      if (row['canonical'] === '') return false;
      const canonical = String(row['canonical']);
      const before = rows[index - 1];
      const { previousHash } = opSchema.parse(JSON.parse(canonical));
      const hash = createHash('sha256').update(canonical).digest('hex');
      return hash !== row['sha256'] || (before !== undefined && previousHash !== before['sha256']);
    });
    expect([rows.map((row) => row['state']), broken]).toEqual([
      ['pending', 'pending', 'erased', 'erased', 'pending'],
      [],
    ]);
  });

  it('removes the scans and their keys, but a stack that someone else is in stays with him', async () => {
    const station = aStationWithOldFiles();
    const [old = ''] = station.registerFor(2015);
    const [recent = ''] = station.register();
    const { database, context } = station;
    const [stack, own] = [
      context.files.put(Buffer.from('a stack'), 'application/pdf'),
      context.files.put(Buffer.from('a page'), 'image/jpeg'),
    ];
    for (const number of [old, recent])
      database.run(
        `INSERT INTO returned_page (id, stack_id, rank, reading, registration_id, source_file_id, image_file_id, decision, read_at_ms)
         SELECT ?, 's', 0, '{}', id, ?, ?, 'pending', 0 FROM registration WHERE registration_number = ?`,
        `page ${number}`,
        stack.id,
        number === old ? own.id : null,
        number,
      );
    const report = await purged(station);
    const onDisk = (id: string) =>
      existsSync(join(dirname(station.databaseFile), 'files', id.slice(-2), `${id}.enc`));
    expect([
      report.counts.documents,
      database.all('SELECT id FROM stored_file').map((row) => row['id']),
      [stack.id, own.id].map(onDisk),
    ]).toEqual([1, [stack.id], [true, false]]);
  });

  it('leaves no name anywhere in the file, deciphered, nor in its log', async () => {
    const station = aStationWithOldFiles();
    const [number = ''] = station.registerFor(2015);
    station.register();
    const { database } = station;
    station.amend(number, {
      'identification.birthName': 'ZWYXEXEMPLE',
      'identification.locality': 'Qwyxbourg',
    });
    const view = (name: string, text: string) =>
      saveView(station.context, {
        name,
        isShared: true,
        filters: listFiltersSchema.parse({ text }),
        sort: listSortSchema.parse({}),
      });
    view('Pour elle', 'zwyxex');
    view('Son dossier', number);
    view('Comme Zwyxexemple, en CAP', '');
    view('Les autres', 'témoin');
    expect(deciphered(station).includes('zwyxexemple')).toBe(true);
    await purged(station);
    const left = ['ZWYXEXEMPLE', 'zwyxex', 'Zwyxexemple', 'Qwyxbourg', number].filter((word) =>
      deciphered(station).includes(word),
    );
    expect([
      left,
      database.all('SELECT word FROM name_word ORDER BY word').length > 0,
      viewsOf(station.context).map(({ name }) => name),
    ]).toEqual([[], true, ['Comme en CAP', 'Les autres']]);
  });

  it('takes with it the drafts and the pages without a file that were left as long ago as a file is in use', async () => {
    const station = aStationWithOldFiles();
    station.registerFor(2015);
    const { database, context } = station;
    const stack = context.files.put(Buffer.from('a stack'), 'application/pdf');
    for (const [id, year] of [
      ['old', 2023],
      ['recent', 2024],
    ] as const) {
      const atMs = Date.UTC(year, 11, 31, 12);
      database.run(
        `INSERT INTO draft (id, answers, step, label, agent_id, saved_at_ms) VALUES (?, sealed('{}', ?), 1, 'Q', 'a', ?)`,
        id,
        id,
        atMs,
      );
      database.run(
        `INSERT INTO returned_page (id, stack_id, rank, reading, source_file_id, decision, read_at_ms) VALUES (?, ?, 0, '{}', ?, 'pending', ?)`,
        id,
        id,
        id === 'old' ? stack.id : context.files.put(Buffer.from('another'), 'application/pdf').id,
        atMs,
      );
    }
    const { counts } = await purged(station);
    const left = (table: string) => database.all(`SELECT id FROM ${table}`).map((row) => row['id']);
    expect([
      left('draft'),
      left('returned_page'),
      left('stored_file').includes(stack.id),
      counts.abandoned,
    ]).toEqual([['recent'], ['recent'], false, 2]);
  });
});

function deciphered({ databaseFile, databaseKey }: OldFiles): string {
  return decipheredBase(databaseFile, databaseKey, join(aFolder(), 'copie.db')).toString('latin1');
}
