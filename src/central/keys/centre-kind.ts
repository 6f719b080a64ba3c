import { Refusal } from '../refusal.ts';
import type { Database, Sql } from '../postgres/database.ts';

/**
 * Whether this centre serves training stations or real ones; never both. Told at the first start, or else fixed for ever by
 * the first station that enrols.
 */
export interface CentreKind {
  /** Null while nothing has fixed it. */
  isTraining(): Promise<boolean | null>;
  /** Inside the enrolment's transaction. Throws Refusal `training-mismatch`. */
  require(sql: Sql, training: boolean): Promise<void>;
}

const READ = 'SELECT training FROM server_epoch ORDER BY ordinal DESC LIMIT 1';

export function openCentreKind(database: Database): CentreKind {
  let settled: boolean | null = null;
  const read = (row: Record<string, unknown> | undefined): boolean | null =>
    typeof row?.['training'] === 'boolean' ? row['training'] : null;
  return {
    async isTraining() {
      // Another instance may have settled it meanwhile.
      settled ??= read((await database.rows(READ))[0]);
      return settled;
    },
    async require(sql, training) {
      await sql.rows('UPDATE server_epoch SET training = $1 WHERE training IS NULL', [training]);
      if (read((await sql.rows(READ))[0]) !== training) throw new Refusal('training-mismatch');
    },
  };
}
