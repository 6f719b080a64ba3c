import { createHash } from 'node:crypto';
import { heldFileSchema, type HeldFile, type RetentionSession } from '#shared/contract/privacy.ts';
import { lastDueYear, retentionOf } from '#shared/rules/retention.ts';
import { localDate } from '#shared/rules/local-time.ts';
import type { StationContext } from '#main/context.ts';
import { numberOf, textOf } from '#main/database/columns.ts';
import { opened } from '#main/database/sealed-columns.ts';
import type { ReadableDatabase } from '#main/database/types.ts';
import { stationTimeZone } from '#main/domains/lists/index.ts';
import type { Reference } from '#main/domains/reference/index.ts';
import { IS_HELD, isDisposable, isUnconfirmed, isUnsent } from './disposal-rule.ts';
import { retentionSettings } from './retention-settings.ts';

export interface DisposableFiles {
  ids: string[];
  /** Over the numbers and versions: the same files give the same digest, and one more or less another. */
  digest: string;
}

/** In the order of numbers SQLite would read every row to leave out nearly all. */
const BY_SESSION = 'registration r INDEXED BY registration_by_session';

type Where = Pick<StationContext, 'database' | 'clock'>;

export function today({ database, clock }: Where, reference: Reference): string {
  return localDate(clock.nowMs(), stationTimeZone(database, reference));
}

/** Every file a purge would destroy now, by number. */
export function disposableFiles(context: Where, reference: Reference): DisposableFiles {
  const { database } = context;
  const rows = database.all(
    `SELECT r.id, r.registration_number, r.version FROM ${BY_SESSION}
     WHERE ${isDisposable(database, context.clock.nowMs())} ORDER BY r.registration_number`,
    lastDueYear(retentionSettings(database), today(context, reference)),
  );
  const hash = createHash('sha256');
  for (const row of rows) hash.update(`${textOf(row, 'registration_number')} ${numberOf(row, 'version')}\n`);
  return { ids: rows.map((row) => textOf(row, 'id')), digest: hash.digest('hex') };
}

/** Oldest session first. Rows are read of those alone that are due: all others are counted by their session. */
export function retentionSessions(context: Where, reference: Reference): RetentionSession[] {
  const { database } = context;
  const settings = retentionSettings(database);
  const day = today(context, reference);
  const held = heldBySession(database);
  const due = dueSessions(context, lastDueYear(settings, day));
  return database
    .all('SELECT exam_year, count(*) AS files FROM registration GROUP BY exam_year ORDER BY exam_year')
    .map((row) => {
      const examYear = numberOf(row, 'exam_year');
      return {
        examYear,
        ...retentionOf(examYear, settings, day),
        files: numberOf(row, 'files'),
        held: held.get(examYear) ?? 0,
        ...(due.get(examYear) ?? NOTHING_DUE),
      };
    });
}

const NOTHING_DUE = { unsent: 0, unconfirmed: 0, disposable: 0 };

function heldBySession(database: ReadableDatabase): Map<number, number> {
  const rows = database.all(
    `SELECT r.exam_year, count(*) AS held FROM registration r WHERE ${IS_HELD} GROUP BY r.exam_year`,
  );
  return new Map(rows.map((row) => [numberOf(row, 'exam_year'), numberOf(row, 'held')]));
}

function dueSessions({ database, clock }: Where, lastYear: number): Map<number, typeof NOTHING_DUE> {
  const nowMs = clock.nowMs();
  const rows = database.all(
    `SELECT r.exam_year, sum(${isUnsent(database)}) AS unsent, sum(${isUnconfirmed(database, nowMs)}) AS unconfirmed,
       sum(${isDisposable(database, nowMs)}) AS disposable
     FROM ${BY_SESSION} WHERE r.exam_year <= ? GROUP BY r.exam_year`,
    lastYear,
    lastYear,
  );
  return new Map(
    rows.map((row) => [
      numberOf(row, 'exam_year'),
      {
        unsent: numberOf(row, 'unsent'),
        unconfirmed: numberOf(row, 'unconfirmed'),
        disposable: numberOf(row, 'disposable'),
      },
    ]),
  );
}

export function heldFiles(database: ReadableDatabase): HeldFile[] {
  return database
    .all(
      `SELECT r.registration_number, r.birth_name, r.given_names, r.exam_year, ${opened('registration', 'r')} FROM registration r
       WHERE ${IS_HELD} ORDER BY r.exam_year, r.search_name`,
    )
    .map((row) =>
      heldFileSchema.parse({
        registrationNumber: row['registration_number'],
        birthName: row['birth_name'],
        givenNames: row['given_names'],
        examYear: row['exam_year'],
        reason: row['hold_reason'],
      }),
    );
}
