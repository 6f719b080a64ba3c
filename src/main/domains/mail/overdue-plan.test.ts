import { expect, it } from 'vitest';
import type { StationContext } from '#main/context.ts';
import type { SqlValue, WritableDatabase } from '#main/database/types.ts';
import { keepCampaign } from '#main/domains/campaigns/campaign-store.ts';
import { worklistOf } from '#main/domains/file-life/worklist.ts';
import { openReference } from '#main/domains/reference/index.ts';
import { aCampaign } from '../../../../tests/builders/campaign.ts';
import { aSyncStation } from '../../../../tests/builders/sync-station.ts';
import { overdueFiles } from './overdue.ts';

const MANY = 30_000;

/** Every query asked of the base, with the plan SQLite makes of it. */
function withPlans(context: StationContext): { context: StationContext; plans: () => string[] } {
  const { database } = context;
  const asked = new Map<string, SqlValue[]>();
  const note = (sql: string, values: SqlValue[]) => void asked.set(sql, values);
  const noting: WritableDatabase = {
    run: database.run.bind(database),
    transaction: database.transaction.bind(database),
    get: (sql, ...values) => (note(sql, values), database.get(sql, ...values)),
    all: (sql, ...values) => (note(sql, values), database.all(sql, ...values)),
    each: (sql, ...values) => (note(sql, values), database.each(sql, ...values)),
  };
  return {
    context: { ...context, database: noting },
    plans: () =>
      [...asked].flatMap(([sql, values]) =>
        database.all(`EXPLAIN QUERY PLAN ${sql}`, ...values).map((row) => String(row['detail'])),
      ),
  };
}

/** Files that nobody may have to look at: of a past campaign, all in order. */
function fillWithFiles(database: WritableDatabase, count: number): void {
  database.run(
    `INSERT INTO candidate (id, candidate_number, identity_key, created_at_ms) VALUES ('c', '000000000000', 'k', 0)`,
  );
  database.run(
    `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
     INSERT INTO registration (id, registration_number, candidate_id, campaign_id, exam, exam_year, specialty_code, status, version,
       birth_name, given_names, birth_date, search_name, email, created_at_ms)
     SELECT 'r' || i, printf('%015d', i), 'c', 'essai-2027', 'cap', 2027, CASE i % 20 WHEN 0 THEN '50023223S' ELSE '50022141S' END,
       CASE WHEN i % 10 = 0 THEN 'awaitingReturn' ELSE 'complete' END, 1, 'TÉMOIN', 'Dominique', '1992-02-03', 'temoin', 'a@example.org',
       1795168800000
     FROM n`,
    count,
  );
}

it('the overdue lists and the worklist read by index however many files there are, whole tables never', () => {
  const { context, database } = aSyncStation({ training: true });
  const reference = openReference();
  const campaign = aCampaign({
    r408DueOn: '2026-11-01',
    cancelsWithoutPieces: true,
    windows: [
      {
        exams: ['cap'],
        opensAt: '2026-11-01',
        closesAt: '2026-12-01',
        confirmationReturn: { deadline: { kind: 'fixed', at: '2026-12-08' } },
      },
    ],
  });
  keepCampaign(database, campaign, 'agent.essai', 0);
  fillWithFiles(database, MANY);
  const noting = withPlans(context);

  const { toCancel, toExclude } = overdueFiles(noting.context, reference, '2026-12-20');
  const { counts } = worklistOf(noting.context, reference, 'toControl');

  const scans = noting.plans().filter((detail) => detail.startsWith('SCAN'));
  expect({
    toCancel: [toCancel.files.length, toCancel.hasMore],
    toExclude: [toExclude.files.length, toExclude.hasMore],
    r408: counts.r408,
    // Only what is small by its nature is read from end to end: campaigns, specialties, and the late returns alone.
    scans: [...new Set(scans)].sort(),
  }).toEqual({
    toCancel: [1000, true],
    toExclude: [1000, true],
    r408: 1500,
    scans: [
      'SCAN c USING INDEX confirmation_return_late',
      'SCAN campaign USING INDEX sqlite_autoindex_campaign_1',
      'SCAN json_each VIRTUAL TABLE INDEX 1:',
      'SCAN next',
    ],
  });
});
