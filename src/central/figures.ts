import { recordsDigest } from '#shared/protocol/records-digest.ts';
import { sha256Hex } from './canonical.ts';
import type { Database } from './postgres/database.ts';

export interface Figures {
  stations: number;
  ops: number;
  opsHeld: number;
  records: number;
  blobs: number;
  quarantined: number;
  securityEvents: number;
  /** Equal to a station's own when it is alone and nothing is pending (src/shared/protocol/records-digest.ts). */
  recordsSha256: string;
}

export async function readFigures(database: Database): Promise<Figures> {
  const [row = {}] = await database.rows(
    `SELECT (SELECT count(*) FROM station WHERE station_id NOT IN (SELECT station_id FROM office_station)) AS stations, (SELECT count(*) FROM op) AS ops,
       (SELECT count(*) FROM op WHERE verdict = 'held_missing_parent') AS held, (SELECT count(*) FROM registration) AS records,
       (SELECT count(*) FROM blob) AS blobs, (SELECT count(*) FROM quarantine) AS quarantined,
       (SELECT count(*) FROM security_event) AS events`,
  );
  const records = await database.rows(
    'SELECT registration_number, version, answers_sha256 FROM registration',
  );
  const states = records.map((record) => ({
    registrationNumber: String(record['registration_number']),
    version: Number(record['version']),
    answersSha256: String(record['answers_sha256']),
  }));
  return {
    stations: Number(row['stations']),
    ops: Number(row['ops']),
    opsHeld: Number(row['held']),
    records: Number(row['records']),
    blobs: Number(row['blobs']),
    quarantined: Number(row['quarantined']),
    securityEvents: Number(row['events']),
    recordsSha256: recordsDigest(states, sha256Hex),
  };
}
