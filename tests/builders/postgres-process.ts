import { startEmbeddedPostgres } from '#central/postgres/embedded-postgres.ts';
import { openDatabase } from '#central/postgres/database.ts';
import { migrate } from '#central/postgres/migrate.ts';
import { query } from './postgres-query.ts';

/**
 * A PostgreSQL that several test files use one after the other: `postgres-process.ts <folder>` prints its address, and ends with
 * its standard input. No test that shares it cuts its power (those that do have their own), so it does not sync.
 */
const [folder = ''] = process.argv.slice(2);
const postgres = await startEmbeddedPostgres(folder);
await query(postgres.databaseUrl, 'ALTER SYSTEM SET fsync = off');
await query(postgres.databaseUrl, 'SELECT pg_reload_conf()');
// Each test's database is a copy of this one, which nobody uses: its tables need not be made again.
const template = openDatabase(postgres.databaseUrl);
await migrate(template);
await template.close();
process.stdout.write(`${postgres.databaseUrl}\n`);
process.stdin.on('end', () => void postgres.stop().then(() => process.exit(0))).resume();
