import type { Sql } from '../postgres/database.ts';

/** Worth nothing after a restore, or dangerous: sessions, counted attempts, links of mails. */
const NOT_KEPT = ['web_session', 'counted_attempt', 'portal_token', 'migration'];

/** The tables of the centre, each after those it refers to. */
export async function tablesInOrder(sql: Sql): Promise<string[]> {
  const rows = await sql.rows(
    `SELECT c.relname AS name, array(SELECT DISTINCT f.relname::text FROM pg_constraint k JOIN pg_class f ON f.oid = k.confrelid
       WHERE k.conrelid = c.oid AND k.contype = 'f' AND f.oid <> c.oid) AS needs
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind = 'r' AND n.nspname = 'public' ORDER BY c.relname`,
  );
  const needs = new Map(rows.map((row) => [String(row['name']), row['needs'] as string[]]));
  const ordered: string[] = [];
  const visit = (name: string) => {
    if (ordered.includes(name)) return;
    needs.get(name)?.forEach(visit);
    ordered.push(name);
  };
  [...needs.keys()].forEach(visit);
  return ordered.filter((name) => !NOT_KEPT.includes(name));
}
