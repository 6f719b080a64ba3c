import { createHash } from 'node:crypto';
import { answersSchema } from '#shared/contract/answers.ts';
import { flattenAnswers } from '#shared/rules/answer-changes.ts';
import { jsonOf, numberOf, textOf } from '#main/database/columns.ts';
import type { ReadableDatabase } from '#main/database/types.ts';
import { canonicalBytes } from '#main/domains/outbox/index.ts';
import { nameOf } from '../../builders/open-station.ts';
import type { Ledger } from './ledger.ts';

/** What is wrong, in words; empty lists when nothing is. */
export interface Inspection {
  lost: string[];
  doubled: string[];
  collisions: string[];
  withoutVerdict: string[];
  diverged: string[];
}

type CentreRows = (sql: string) => Promise<Record<string, unknown>[]>;

interface Version {
  version: number;
  answers: string;
}

/** Compares what clerks were told with what every station and the centre hold, once nothing waits any more. */
export async function inspect(
  ledger: Ledger,
  stations: readonly ReadableDatabase[],
  centre: CentreRows,
): Promise<Inspection> {
  const centrals = await centreVersions(centre);
  const blobs = new Set((await centre('SELECT sha256 FROM blob')).map((row) => row['sha256']));
  const locals = new Map(stations.flatMap((database) => [...stationVersions(database, true)]));
  const tooOld = (known: Map<string, Version>, where: string) =>
    ledger
      .acts()
      .filter(({ number, version }) => (known.get(number)?.version ?? 0) < version)
      .map(({ number, version }) => `${number} version ${version} (${where})`);
  return {
    lost: [
      ...tooOld(locals, 'poste'),
      ...tooOld(centrals, 'centre'),
      ...ledger.scans().filter((sha256) => !blobs.has(sha256)),
    ],
    doubled: [...doubledPeople(stations), ...(await doubledRows(centre))],
    collisions: ledger.collisions(),
    withoutVerdict: [
      ...stations.flatMap(withoutVerdict),
      ...(await centre(`SELECT op_id FROM op WHERE verdict = 'held_missing_parent'`)).map((row) =>
        String(row['op_id']),
      ),
    ],
    diverged: stations.flatMap((database) => differences(stationVersions(database, false), centrals)),
  };
}

/** By registration number: the last version, and the hash of its answers. `own`: without what other counters registered. */
function stationVersions(database: ReadableDatabase, own: boolean): Map<string, Version> {
  const rows = database.all(
    `SELECT r.registration_number, r.version, unsealed(v.answers, v.registration_id) AS answers FROM registration r
     JOIN registration_version v ON v.registration_id = r.id AND v.version = r.version ${own ? 'WHERE r.registered_at IS NULL' : ''}`,
  );
  return new Map(
    rows.map((row) => {
      const flat = Object.fromEntries(flattenAnswers(jsonOf(row, 'answers', answersSchema)));
      const answers = createHash('sha256').update(canonicalBytes(flat)).digest('hex');
      return [textOf(row, 'registration_number'), { version: numberOf(row, 'version'), answers }];
    }),
  );
}

/** Numbers that one side lacks, or holds otherwise: after a last round every counter holds what the centre does. */
function differences(local: Map<string, Version>, central: Map<string, Version>): string[] {
  return [...new Set([...local.keys(), ...central.keys()])].filter(
    (number) => local.get(number)?.answers !== central.get(number)?.answers,
  );
}

async function centreVersions(centre: CentreRows): Promise<Map<string, Version>> {
  const rows = await centre('SELECT registration_number, version, answers_sha256 FROM registration');
  return new Map(
    rows.map((row) => [
      String(row['registration_number']),
      { version: Number(row['version']), answers: String(row['answers_sha256']) },
    ]),
  );
}

/** Each person of the tests is registered once: one number, wherever it is seen. */
function doubledPeople(stations: readonly ReadableDatabase[]): string[] {
  const numbers = new Map<string, Set<string>>();
  for (const database of stations)
    for (const row of database.all(
      `SELECT r.registration_number, json_extract(unsealed(v.answers, v.registration_id), '$.identification.givenNames') AS name FROM registration r
       JOIN registration_version v ON v.registration_id = r.id AND v.version = r.version`,
    )) {
      const name = textOf(row, 'name');
      numbers.set(name, (numbers.get(name) ?? new Set()).add(textOf(row, 'registration_number')));
    }
  return [...numbers].filter(([, given]) => given.size > 1).map(([name]) => name);
}

async function doubledRows(centre: CentreRows): Promise<string[]> {
  const rows = await centre(
    `SELECT registration_number AS what FROM registration GROUP BY 1 HAVING count(*) > 1
     UNION ALL SELECT station_id || ' ' || station_seq FROM op GROUP BY 1 HAVING count(*) > 1
     UNION ALL SELECT op_id::text FROM op GROUP BY 1 HAVING count(*) > 1`,
  );
  return rows.map((row) => String(row['what']));
}

function withoutVerdict(database: ReadableDatabase): string[] {
  return [
    ...database.all(`SELECT op_id AS id FROM outbox_op WHERE state = 'pending'`),
    ...database.all(`SELECT sha256 AS id FROM outbox_blob WHERE state = 'pending'`),
  ].map((row) => textOf(row, 'id'));
}

/** Names of everybody registered there. */
export function isRegistered(database: ReadableDatabase, person: number): boolean {
  return (
    database.get(
      `SELECT 1 FROM registration_version WHERE version = 1 AND json_extract(unsealed(answers, registration_id), '$.identification.givenNames') = ?`,
      nameOf(person),
    ) !== undefined
  );
}
