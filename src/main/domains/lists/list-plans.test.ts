import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { listFiltersSchema, type ListSort } from '#shared/contract/lists.ts';
import { openDatabase } from '#main/database/open-database.ts';
import { aFolder } from '../../../../tests/builders/folder.ts';
import { aKey } from '../../../../tests/builders/key.ts';
import { pageSql } from './list-page.ts';
import { totalsSql } from './list-totals.ts';
import { whereOf } from './list-where.ts';

const NAME: ListSort = { by: 'name', isDescending: false };

/** What the office asks most: each must be answered by an index that holds all it needs, whatever the size of the base. */
it.each([
  ['everything', {}],
  ['a campaign', { campaignId: 'c' }],
  ['an exam and states of a campaign', { campaignId: 'c', exams: ['cap'], statuses: ['returned'] }],
  ['a campaign, a category and a clerk', { campaignId: 'c', category: 'independent', clerk: 'a' }],
  ['a clerk', { clerk: 'a' }],
  ['a specialty', { specialtyCode: '50022141S' }],
  ['a state', { statuses: ['awaitingReturn'] }],
])(
  'the page of %s comes from a covering index, its totals too or from what is counted all along',
  (_what, filters) => {
    const where = whereOf(listFiltersSchema.parse(filters), 'Europe/Paris');
    const plan = plansOf();
    const page = pageSql({ where, sort: NAME, size: 100 });
    const totals = totalsSql(where);
    const isTallied = totals.includes('registration_tally');
    expect([
      plan(page.sql, page.values as string[]),
      isTallied ? [] : plan(totals, where.values as string[]),
      isTallied,
    ]).toEqual([[], [], !('category' in filters)]);
  },
);

/** What would be read besides indexes that hold all that is asked. */
function plansOf() {
  const database = openDatabase(join(aFolder(), 'guichet.db'), aKey());
  onTestFinished(() => database.close());
  return (sql: string, values: readonly (string | number)[]) =>
    database
      .all(`EXPLAIN QUERY PLAN ${sql}`, ...values)
      .map((row) => String(row['detail']))
      .filter((detail) => /^(SCAN|SEARCH)/.test(detail) && !detail.includes('COVERING INDEX'));
}
