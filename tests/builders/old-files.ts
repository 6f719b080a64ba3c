import { openReference, type Reference } from '#main/domains/reference/index.ts';
import type { OpenDatabase } from '#main/database/open-database.ts';
import { aSyncStation, type SyncStation } from './sync-station.ts';

let reference: Reference | undefined;

/** The lists of the program, read once for a file of tests. */
export function theReference(): Reference {
  return (reference ??= openReference());
}

export interface OldFiles extends SyncStation {
  database: OpenDatabase;
  /** Registers fictitious people for an old session, whose time is over by default. */
  registerFor(examYear: number, count?: number): string[];
  /** As if the centre had received everything, and confirmed it long ago. */
  acknowledgeAll(): void;
  /** As if the station had been enrolled. */
  enrolled(): void;
  numbers(): string[];
}

/** A station on 20 November 2026, with files of sessions long past: by default what is of 2015 and before is due. */
export function aStationWithOldFiles(options: Parameters<typeof aSyncStation>[0] = {}): OldFiles {
  const station = aSyncStation(options);
  const { database } = station;
  return {
    ...station,
    registerFor(examYear, count = 1) {
      const numbers = station.register(count);
      for (const number of numbers)
        database.run('UPDATE registration SET exam_year = ? WHERE registration_number = ?', examYear, number);
      return numbers;
    },
    acknowledgeAll: () => {
      keepConfirmedReceipt(database);
      database.run(`UPDATE outbox_op SET state = 'acknowledged', batch_id = 'r' WHERE state = 'pending'`);
      database.run(`UPDATE outbox_blob SET state = 'acknowledged', receipt_id = 'r'`);
    },
    enrolled: () => {
      database.run(
        `INSERT INTO central_server (id, url, key_id, public_key, epoch, enrolled_at_ms) VALUES (1, 'http://127.0.0.1:9', 'k', x'00', 'e', 0)`,
      );
    },
    numbers: () =>
      database
        .all('SELECT registration_number FROM registration ORDER BY registration_number')
        .map((row) => String(row['registration_number'])),
  };
}

/** One receipt, `r`, that the centre confirmed before anybody can remember. */
export function keepConfirmedReceipt(database: OpenDatabase): void {
  database.run(
    `INSERT INTO receipt (id, subject, content, signature, received_at_ms, confirmed_at_ms) VALUES ('r', 'ops', '{}', x'00', 0, 0)
     ON CONFLICT (id) DO NOTHING`,
  );
}
