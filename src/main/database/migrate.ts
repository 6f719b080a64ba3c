import type Driver from 'better-sqlite3';
import { MIGRATIONS, type Migration } from './migrations/index.ts';

/** Applies what is missing, each migration in one transaction with its number in `user_version`. */
export function migrate(driver: Driver.Database, migrations: readonly Migration[] = MIGRATIONS): void {
  const current = Number(driver.pragma('user_version', { simple: true }));
  const last = migrations.at(-1)?.number ?? 0;
  if (current > last) throw new Error(`base of a newer program (${current} > ${last})`);
  for (const migration of migrations) {
    if (migration.number <= current) continue;
    driver
      .transaction(() => {
        // Another program may have brought it here while this one waited for its turn.
        if (Number(driver.pragma('user_version', { simple: true })) >= migration.number) return;
        driver.exec(migration.sql);
        driver.pragma(`user_version=${migration.number}`);
      })
      .immediate();
  }
}

/** Of a base that this program has opened. */
export function newestVersion(): number {
  return MIGRATIONS.at(-1)?.number ?? 0;
}

/** Whether a base of this version would change when it is opened. */
export function needsMigration(version: number): boolean {
  return version < newestVersion();
}
