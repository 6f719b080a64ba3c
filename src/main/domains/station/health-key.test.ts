import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RIGHTS } from '#shared/rights.ts';
import type { CommandName } from '#shared/contract/index.ts';
import { textOf } from '#main/database/columns.ts';
import type { OpenDatabase } from '#main/database/open-database.ts';
import { opened, SEALED_TABLES } from '#main/database/sealed-columns.ts';
import { notePiece } from '#main/domains/pieces/index.ts';
import { createFileStore } from '#main/vault/file-store.ts';
import { anAnswer } from '../../../../tests/builders/answers.ts';
import { asBefore, HEAD, keyOf, withBase } from '../../../../tests/builders/health.ts';
import { anotherClerk } from '../../../../tests/builders/clerk.ts';
import { aFolder } from '../../../../tests/builders/folder.ts';
import { anEmptyStation, aStation, type TestStation } from '../../../../tests/builders/station.ts';

/** What tells of health, in our words and on paper. */
const WORDS = /disability|existing|arrangementDecision|handicap|aménagement/i;
/** Of nobody: what the académie publishes, and the program's own schema. */
const OF_NOBODY = ['campaign', 'campaign_import'];

/** A person who says yes, whose notification was seen, whose sheet was printed, and who came back to a draft. */
async function aStationThatKnows(): Promise<TestStation & { number: string }> {
  const station = await aStation();
  const answers = anAnswer({
    'candidature.disability': true,
    'candidature.disabilityRequest': 'existing',
    'candidature.counterReason': 'disability',
  });
  const { registrationNumber: number } = await station.call('registrations.register', {
    answers: { ...answers },
  });
  await station.call('pieces.set', {
    number,
    pieceId: 'arrangementDecision',
    state: 'rejected',
    reason: 'Notification d’aménagement illisible.',
  });
  await station.call('retention.hold', { number, reason: 'Recours : aménagement refusé.' });
  await station.call('confirmations.issue', { number });
  await station.call('drafts.save', { answers: { ...answers }, step: 2 });
  return { ...station, number };
}

/** Tables of which some value tells of health, as it lies there. */
function tellingTables(base: OpenDatabase): string[] {
  return base
    .all(`SELECT name FROM sqlite_schema WHERE type = 'table'`)
    .map((row) => textOf(row, 'name'))
    .filter((table) => !OF_NOBODY.includes(table))
    .filter((table) =>
      WORDS.test(
        base
          .all(`SELECT * FROM "${table}"`)
          .map((row) => asText(row))
          .join('\n'),
      ),
    );
}

const asText = (row: object) =>
  Object.values(row)
    .map((value: unknown) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value),
    )
    .join('\n');

const codeOf = (work: () => unknown) => {
  try {
    return JSON.stringify(work());
  } catch (error) {
    return (error as { code?: unknown }).code;
  }
};

/** Whether a key opens every sealed value and every document, none of them, or some. */
function opens(station: TestStation, key: Uint8Array) {
  return withBase(station, key, (base) => {
    const values = SEALED_TABLES.map(({ table, columns, alike = [] }) => {
      const isSealed = [...columns, ...alike].map((column) => `is_sealed(${column})`).join(' OR ');
      return codeOf(() => base.all(`SELECT ${opened(table)} FROM ${table} WHERE ${isSealed}`).length > 0);
    });
    const files = createFileStore(join(station.folder, 'files'), base, () => 0);
    const documents = base
      .all('SELECT id FROM stored_file')
      .map((row) => codeOf(() => files.get(textOf(row, 'id')).length > 0));
    return [...new Set([...values, ...documents])].sort();
  });
}

describe('the health key', () => {
  it('is not in the slot of who is not entitled, who reads the base and finds ciphertext only', async () => {
    const station = await aStationThatKnows();
    const auditor = await anotherClerk(station, 'auditor', HEAD);
    await station.core.close();
    const [hers, ours] = [await keyOf(station, auditor.own), await keyOf(station)];
    const reads = withBase(station, hers, (base) => base.all('SELECT birth_name FROM registration').length);
    expect([
      hers.length,
      reads,
      withBase(station, hers, tellingTables),
      opens(station, hers),
      // `false`: a table with nothing sealed here.
      opens(station, ours),
      withBase(station, ours, (base) =>
        WORDS.test(
          base
            .all(`SELECT ${opened('registration_version')} FROM registration_version`)
            .map(asText)
            .join(''),
        ),
      ),
    ]).toEqual([32, 1, [], ['false', 'health-reserved'], ['false', 'true'], true]);
  });

  it('is not missed: whatever an auditor may call answers without it, and what waits for the centre waits', async () => {
    const station = await aStationThatKnows();
    const auditor = await anotherClerk(station, 'auditor', HEAD);
    await station.call('safekeeping.snapshot', {});
    await station.call('session.unlock', auditor.own);
    const names = Object.entries(RIGHTS).flatMap(([name, roles]) =>
      roles.includes('auditor') ? [name] : [],
    );
    const codes = [];
    for (const name of names as CommandName[]) {
      const envelope = await station.core.call(name, {});
      if (!envelope.ok) codes.push(envelope.error.code);
    }
    const { byReason } = await station.call('figures.get', { filters: {} });
    const { opsPending } = await station.call('sync.status', {});
    await station.call('session.unlock', HEAD);
    const known = await station.call('figures.get', { filters: {} });
    const file = await station.call('registrations.get', { number: station.number });
    expect([
      [...new Set(codes)],
      byReason,
      opsPending > 0,
      known.byReason,
      file.answers.candidature.disability,
      file.pieces.find(({ id }) => id === 'arrangementDecision')?.state,
    ]).toEqual([
      ['invalid-input'],
      [{ reason: 'other', count: 1 }],
      true,
      [{ reason: 'disability', count: 1 }],
      true,
      'rejected',
    ]);
  });

  it('follows the role that a head of bureau gives, and no role that is written into the base', async () => {
    const station = await aStationThatKnows();
    const auditor = await anotherClerk(station, 'auditor', HEAD);
    const agent = await anotherClerk(station, 'counterAgent', HEAD);
    await station.call('clerks.changeRole', { id: agent.id, role: 'auditor' });
    await station.core.close();
    const lowered = (await keyOf(station, agent.own)).length;
    // By the key of the base alone, with the program's own code.
    withBase(station, await keyOf(station, auditor.own), (base) =>
      base.run(`UPDATE agent SET role = 'bureauHead' WHERE id = ?`, auditor.id),
    );
    const again = anEmptyStation(station);
    await again.call('session.unlock', auditor.own);
    const reserved = await again.failure('registrations.get', { number: station.number });
    const rekeyed = await again.failure('station.rekey', {});
    await again.call('session.unlock', HEAD);
    await again.call('station.rekey', {});
    await again.core.close();
    const forged = (await keyOf(station, auditor.own)).length;
    const last = anEmptyStation(station);
    await last.call('session.unlock', HEAD);
    await last.call('clerks.changeRole', { id: agent.id, role: 'caseManager' });
    await last.call('session.unlock', agent.own);
    const file = await last.call('registrations.get', { number: station.number });
    expect([lowered, reserved.code, rekeyed.code, forged, file.answers.candidature.disability]).toEqual([
      32,
      'health-reserved',
      'health-reserved',
      32,
      true,
    ]);
  });

  it('is taken from nobody by a head of bureau who has not got it, and the last head who has it stays', async () => {
    const station = await aStationThatKnows();
    const auditor = await anotherClerk(station, 'auditor', HEAD);
    const agent = await anotherClerk(station, 'counterAgent', HEAD);
    const gone = await anotherClerk(station, 'caseManager', HEAD);
    await station.call('clerks.disable', { id: gone.id });
    const head = (await station.call('clerks.list', {})).find(({ login }) => login === HEAD.login)?.id ?? '';
    await station.core.close();
    withBase(station, await keyOf(station, auditor.own), (base) =>
      base.run(`UPDATE agent SET role = 'bureauHead' WHERE id = ?`, auditor.id),
    );
    const again = anEmptyStation(station);
    await again.call('session.unlock', auditor.own);
    const refused = [
      await again.failure('clerks.add', { login: 'nouvel.essai', name: 'Nouvel Essai', role: 'caseManager' }),
      await again.failure('clerks.changeRole', { id: agent.id, role: 'caseManager' }),
      await again.failure('clerks.resetPassphrase', { id: head }),
      await again.failure('clerks.enable', { id: gone.id }),
      await again.failure('clerks.changeRole', { id: head, role: 'auditor' }),
      await again.failure('clerks.disable', { id: head }),
    ];
    await again.call('clerks.add', { login: 'autre.essai', name: 'Autre Essai', role: 'auditor' });
    const clerks = await again.call('clerks.list', {});
    await again.call('session.unlock', agent.own);
    const file = await again.call('registrations.get', { number: station.number });
    expect([
      refused.map(({ code }) => code),
      clerks.map(({ login, role, active }) => [login, role, active]).sort(),
      file.answers.candidature.disability,
    ]).toEqual([
      [...Array<string>(4).fill('health-reserved'), 'last-bureau-head', 'last-bureau-head'],
      [
        [HEAD.login, 'bureauHead', true],
        ['auditor.essai', 'bureauHead', true],
        ['autre.essai', 'auditor', true],
        ['casemanager.essai', 'caseManager', false],
        ['counteragent.essai', 'counterAgent', true],
      ],
      true,
    ]);
  });

  it('changes with the key of the base: who has the former of both reads nothing that is newer', async () => {
    const station = await aStationThatKnows();
    await station.core.close();
    const former = await keyOf(station);
    const again = anEmptyStation(station);
    await again.call('session.unlock', HEAD);
    await again.call('station.rekey', {});
    await again.core.close();
    const now = await keyOf(station);
    const halfNew = new Uint8Array([...now.slice(0, 32), ...former.slice(32)]);
    expect([opens(station, halfNew), opens(station, now)]).toEqual([
      ['database-damaged', 'false'],
      ['false', 'true'],
    ]);
  });

  it('is made for a base of before by the first entitled clerk, and everything that was clear is sealed', async () => {
    const station = await aStationThatKnows();
    const auditor = await anotherClerk(station, 'auditor', HEAD);
    const agent = await anotherClerk(station, 'counterAgent', HEAD);
    const { recoveryKey } = await station.call('station.makeRecoveryKey', {});
    await station.core.close();
    await asBefore(station, [HEAD.login, agent.own.login, auditor.own.login]);
    const again = anEmptyStation(station);
    await again.call('session.unlock', auditor.own);
    await again.core.close();
    const before = withBase(station, await keyOf(station, auditor.own), tellingTables);
    const first = anEmptyStation(station);
    await first.call('session.unlock', agent.own);
    const file = await first.call('registrations.get', { number: station.number });
    await first.core.close();
    const key = await keyOf(station, auditor.own);
    const elsewhere = anEmptyStation({ folder: station.folder, secrets: aFolder() });
    await elsewhere.call('station.recover', { ...HEAD, recoveryKey });
    const recovered = await elsewhere.call('registrations.get', { number: station.number });
    expect([
      before,
      file.answers.candidature.disability,
      withBase(station, key, tellingTables),
      recovered.answers.candidature.disability,
    ]).toEqual([
      [
        'draft',
        'registration',
        'registration_version',
        'confirmation',
        'registration_event',
        'piece_state',
        'outbox_text',
        'registration_tally',
      ],
      true,
      [],
      true,
    ]);
  });

  it('seals what a full disk left clear, when a piece was noted anew before and after the program knew of it', async () => {
    const station = await aStationThatKnows();
    await station.core.close();
    await asBefore(station, []);
    const key = await keyOf(station);
    const piece = { state: 'accepted', reason: null, agent: 'Agent Essai', atMs: 2 } as const;
    const rows = withBase(station, key, (base) => {
      const id = textOf(base.get('SELECT id FROM registration') ?? {}, 'id');
      notePiece(base, id, 'arrangementDecision', piece);
      const noted = base.all('SELECT * FROM piece_state').length;
      // As the version that left both did.
      base.run(
        `INSERT INTO piece_state (registration_id, piece_id, state, agent, at_ms) VALUES (?, 'arrangementDecision', 'rejected', 'Agent Essai', 1)`,
        id,
      );
      return noted;
    });
    const again = anEmptyStation(station);
    await again.call('session.unlock', HEAD);
    const file = await again.call('registrations.get', { number: station.number });
    await again.core.close();
    expect([
      rows,
      file.pieces.find(({ id }) => id === 'arrangementDecision')?.state,
      withBase(station, key.slice(0, 32), tellingTables),
    ]).toEqual([1, 'accepted', []]);
  });
});
