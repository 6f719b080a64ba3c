import { z } from 'zod';
import { listFiltersSchema, listSortSchema, type ListView } from '#shared/contract/lists.ts';
import { GuichetError } from '#shared/errors.ts';
import { mayDiscardSharedView } from '#shared/rights.ts';
import type { StationContext } from '#main/context.ts';
import { jsonOf, numberOf, textOf } from '#main/database/columns.ts';
import { newId } from '#main/new-id.ts';

export const contentSchema = z.strictObject({ filters: listFiltersSchema, sort: listSortSchema });
type Content = z.output<typeof contentSchema>;

export function viewsOf({ database, agent }: Pick<StationContext, 'database' | 'agent'>): ListView[] {
  return database
    .all('SELECT * FROM list_view WHERE owner = ? OR shared = 1 ORDER BY name, saved_at_ms, id', agent.login)
    .map((row) => ({
      id: textOf(row, 'id'),
      name: textOf(row, 'name'),
      isShared: numberOf(row, 'shared') === 1,
      isOwn: textOf(row, 'owner') === agent.login,
      ...jsonOf(row, 'content', contentSchema),
    }));
}

/** A view of one's own of the same name is replaced. */
export function saveView(
  { database, agent, clock }: Pick<StationContext, 'database' | 'agent' | 'clock'>,
  { name, isShared, filters, sort }: Content & { name: string; isShared: boolean },
): string {
  return database.transaction(() => {
    database.run('DELETE FROM list_view WHERE owner = ? AND name = ?', agent.login, name);
    const id = newId();
    database.run(
      'INSERT INTO list_view (id, name, owner, shared, content, saved_at_ms) VALUES (?, ?, ?, ?, ?, ?)',
      id,
      name,
      agent.login,
      Number(isShared),
      JSON.stringify({ filters, sort }),
      clock.nowMs(),
    );
    return id;
  });
}

/** One's own, or a shared one by a supervisor. Throws `unknown-view`, `forbidden`. */
export function discardView(
  { database, agent }: Pick<StationContext, 'database' | 'agent'>,
  id: string,
): void {
  const row = database.get('SELECT owner, shared FROM list_view WHERE id = ?', id);
  if (!row) throw new GuichetError('unknown-view');
  const isOwn = row['owner'] === agent.login;
  if (!isOwn && row['shared'] !== 1) throw new GuichetError('unknown-view');
  if (!isOwn && !mayDiscardSharedView(agent.role)) throw new GuichetError('forbidden');
  database.run('DELETE FROM list_view WHERE id = ?', id);
}
