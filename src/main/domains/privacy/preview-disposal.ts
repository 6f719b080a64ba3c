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

type Where = Pick<StationContext, 'database' | 'clock'>;

export function today({ database, clock }: Where, reference: Reference): string {
  return localDate(clock.nowMs(), stationTimeZone(database, reference));
}

/** Every file a purge would destroy now, by number. */
export function disposableFiles(context: Where, reference: Reference): DisposableFiles {
  const { database } = context;
  const rows = database.all(
    `SELECT r.id, r.registration_number, r.version FROM registration r WHERE ${isDisposable(database, context.clock.nowMs())} ORDER BY r.registration_number`,
    lastDueYear(retentionSettings(database), today(context, reference)),
  );
  const hash = createHash('sha256');
  for (const row of rows) hash.update(`${textOf(row, 'registration_number')} ${numberOf(row, 'version')}\n`);
  return { ids: rows.map((row) => textOf(row, 'id')), digest: hash.digest('hex') };
}

/** Oldest session first. */
export function retentionSessions(context: Where, reference: Reference): RetentionSession[] {
  const { database } = context;
  const settings = retentionSettings(database);
  const day = today(context, reference);
  const due = lastDueYear(settings, day);
  return database
    .all(
      `SELECT r.exam_year, count(*) AS files, sum(${IS_HELD}) AS held,
         sum(CASE WHEN r.exam_year <= ? THEN ${isUnsent(database)} ELSE 0 END) AS unsent,
         sum(CASE WHEN r.exam_year <= ? THEN ${isUnconfirmed(database, context.clock.nowMs())} ELSE 0 END) AS unconfirmed,
         sum(CASE WHEN ${isDisposable(database, context.clock.nowMs())} THEN 1 ELSE 0 END) AS disposable
       FROM registration r GROUP BY r.exam_year ORDER BY r.exam_year`,
      due,
      due,
      due,
    )
    .map((row) => {
      const examYear = numberOf(row, 'exam_year');
      return {
        examYear,
        ...retentionOf(examYear, settings, day),
        files: numberOf(row, 'files'),
        held: numberOf(row, 'held'),
        unsent: numberOf(row, 'unsent'),
        unconfirmed: numberOf(row, 'unconfirmed'),
        disposable: numberOf(row, 'disposable'),
      };
    });
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
