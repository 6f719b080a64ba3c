import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openForRepair } from '#main/database/open-database.ts';
import { numberOf } from '#main/database/columns.ts';
import { newestVersion } from '#main/database/migrate.ts';
import { eraseOps } from '#main/domains/outbox/index.ts';
import { aClock } from '../../../tests/builders/clock.ts';
import { damagePage } from '../../../tests/builders/damage.ts';
import { aFolder } from '../../../tests/builders/folder.ts';
import { aKey } from '../../../tests/builders/key.ts';
import { makeOlder } from '../../../tests/builders/older-base.ts';
import { createStation, openStation, type StationPlace } from '../../../tests/builders/open-station.ts';
import { makeSnapshot } from './make-snapshot.ts';
import { openBase } from './open-base.ts';
import { suspectBase } from './open-base.ts';
import { brokenPlaces, proveBase } from './prove-base.ts';
import { recentEvents } from './event-store.ts';

const BEFORE = 30;
const AFTER = 12;

/** Registrations, a snapshot, and registrations after it; closed. */
function aPlace({ withSnapshot = true } = {}): StationPlace & { numbers: string[]; file: string } {
  const place = { folder: aFolder(), key: aKey() };
  createStation(place);
  const station = openStation(place);
  const numbers = Array.from({ length: BEFORE }, (_, person) => station.register(person));
  if (withSnapshot) {
    const order = {
      folder: join(place.folder, 'snapshots'),
      key: place.key,
      kind: 'scheduled',
      nowMs: 1,
    } as const;
    makeSnapshot(station.database, order);
  }
  numbers.push(...Array.from({ length: AFTER }, (_, person) => station.register(BEFORE + person)));
  station.amend(numbers[0] ?? '', { 'identification.locality': 'Antibes' });
  station.close();
  return { ...place, numbers, file: join(place.folder, 'guichet.db') };
}

/** Of a base that is not brought to the newest version by being looked at. */
function rootOf({ file, key }: { file: string; key: Uint8Array }, name: string): number {
  const base = openForRepair(file, key);
  const row = base.get('SELECT rootpage FROM sqlite_schema WHERE name = ?', name);
  base.close();
  return numberOf(row ?? {}, 'rootpage');
}

function snapshotAsItIs({ folder, file, key }: StationPlace & { file: string }): void {
  const base = openForRepair(file, key);
  makeSnapshot(base, { folder: join(folder, 'snapshots'), key, kind: 'scheduled', nowMs: 1 });
  base.close();
}

function reopened(place: StationPlace) {
  suspectBase(place.folder);
  const database = openBase({ ...place, clock: aClock() });
  const numbers = database
    .all(
      'SELECT registration_number AS number FROM registration r JOIN registration_version v ON v.registration_id = r.id AND v.version = r.version',
    )
    .map((row) => String(row['number']));
  const [event] = recentEvents(database);
  const recovery = event?.kind === 'recovered' ? event.recovery : undefined;
  const proof = proveBase(database);
  const locality = database.get(
    `SELECT unsealed(answers, registration_id) ->> '$.identification.locality' AS locality FROM registration_version WHERE version = 2`,
  );
  database.close();
  return { numbers, recovery, faults: proof.faults, locality: locality?.['locality'] };
}

describe('a damaged base', () => {
  it.each([
    'registration',
    'registration_version',
    'outbox_op',
    'outbox_text',
    'candidate',
    'registration_search_name',
    'name_index_data',
    'agent',
  ])(
    'of which the root of %s cannot be read comes back with everything, from the rows and the signed ops',
    (name) => {
      const place = aPlace();
      damagePage(place.file, rootOf(place, name));
      const { numbers, recovery, faults, locality } = reopened(place);
      expect({ numbers: numbers.sort(), missing: recovery?.missing, faults, locality }).toEqual({
        numbers: place.numbers.sort(),
        missing: [],
        faults: [],
        locality: 'Antibes',
      });
      expect([
        existsSync(join(place.folder, recovery?.keptIn ?? '', 'guichet.db')),
        recovery?.identity,
      ]).toEqual([true, 'kept']);
    },
  );

  it('whose first page is gone comes back as its last snapshot, and never gives a number or a place again', () => {
    const place = aPlace();
    damagePage(place.file, 1);
    const { numbers, recovery } = reopened(place);
    const station = openStation(place);
    const next = station.register(99);
    expect({
      numbers: numbers.length,
      unknown: recovery?.sinceSnapshotUnknown,
      isNew: !place.numbers.includes(next) && Number(next.slice(7, 13)) > 10_000,
      chain: brokenPlaces(station.database),
    }).toEqual({ numbers: BEFORE, unknown: true, isNew: true, chain: [] });
    station.close();
  });

  it('of which only the texts of the ops are left sends each again as it was signed, and loses none', () => {
    const place = aPlace({ withSnapshot: false });
    const rows = () => {
      const base = openForRepair(place.file, place.key);
      const found = base.all(
        'SELECT op_id, station_seq, record_id, registration_number, kind, sha256, signature, captured_at_ms, state FROM outbox_op ORDER BY station_seq',
      );
      base.close();
      return found;
    };
    const before = rows();
    damagePage(place.file, rootOf(place, 'outbox_op'));
    const { recovery, faults } = reopened(place);
    expect({ lostOps: recovery?.lostOps, faults, ops: rows() }).toEqual({
      lostOps: 0,
      faults: [],
      ops: before,
    });
  });

  it('signs again nothing that its key of before has signed', () => {
    const place = aPlace({ withSnapshot: false });
    const last = 20;
    const base = openForRepair(place.file, place.key);
    base.run(
      `INSERT INTO station_key_change (station_id, signed, made_at_ms) SELECT station_id, ?, 1 FROM station`,
      JSON.stringify({ statement: { lastSeq: last } }),
    );
    base.close();
    damagePage(place.file, rootOf(place, 'outbox_op'));
    const { recovery } = reopened(place);
    expect(recovery?.lostOps).toBe(last);
  });

  it('gives back no word of what was erased since its snapshot was made', () => {
    const place = aPlace();
    const base = openForRepair(place.file, place.key);
    const { record_id } = base.get('SELECT record_id FROM outbox_op WHERE station_seq = 3') ?? {};
    eraseOps(base, String(record_id));
    base.close();
    damagePage(place.file, rootOf(place, 'outbox_text'));
    reopened(place);
    const after = openForRepair(place.file, place.key);
    const erased = after.all(
      `SELECT state, canonical FROM outbox_op LEFT JOIN outbox_text USING (op_id) WHERE station_seq = 3`,
    );
    after.close();
    expect(erased).toEqual([{ state: 'erased', canonical: null }]);
  });

  it('without a snapshot gives what can still be read of it', () => {
    const place = aPlace({ withSnapshot: false });
    damagePage(place.file, rootOf(place, 'registration'));
    const { numbers, faults } = reopened(place);
    expect({ numbers: numbers.sort(), faults }).toEqual({ numbers: place.numbers.sort(), faults: [] });
  });

  it('of which nothing can be read and that has no snapshot is left as it is', () => {
    const place = aPlace({ withSnapshot: false });
    damagePage(place.file, 1);
    expect(() => openBase({ ...place, clock: aClock() })).toThrow(
      expect.objectContaining({ code: 'database-damaged' }),
    );
    expect([existsSync(place.file), existsSync(join(place.folder, 'damaged'))]).toEqual([true, false]);
  });

  it.each([
    ['that had no clerks yet', 140, 'registration'],
    ['from before words of health were sealed', 210, 'registration'],
    ['from before words of health were sealed', 210, 'outbox_op'],
    ['of the last program', newestVersion() - 1, 'registration_version'],
    ['of the last program', newestVersion() - 1, 'station'],
  ])(
    '%s (%i), damaged in %s before this program first opened it, comes back whole and of its version',
    (_age, version, table) => {
      const place = aPlace({ withSnapshot: false });
      makeOlder(place, version);
      snapshotAsItIs(place);
      damagePage(place.file, rootOf(place, table));
      const { numbers, recovery, faults, locality } = reopened(place);
      expect({ numbers: numbers.sort(), missing: recovery?.missing, faults, locality }).toEqual({
        numbers: place.numbers.sort(),
        missing: [],
        faults: [],
        locality: 'Antibes',
      });
    },
  );
});
