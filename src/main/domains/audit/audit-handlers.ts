import type { Handlers } from '#main/context.ts';
import { stationTimeZone } from '#main/domains/lists/index.ts';
import type { Reference } from '#main/domains/reference/index.ts';
import { clerksIn, newestEntries } from './audit-queries.ts';
import { exportEntries } from './export-entries.ts';
import { keepMonths, keptMonths } from './retention.ts';
import { verifyChain } from './verify-chain.ts';

export function auditHandlers(
  reference: Reference,
): Handlers<'audit.list' | 'audit.verify' | 'audit.export' | 'audit.configure'> {
  return {
    'audit.list': ({ limit, ...filters }, { database }) => {
      // One more than asked tells whether there are more.
      const found = newestEntries(database, filters, stationTimeZone(database, reference), limit + 1);
      return {
        entries: found.slice(0, limit),
        hasMore: found.length > limit,
        clerks: clerksIn(database),
        keepMonths: keptMonths(database),
      };
    },
    'audit.verify': (_input, { database }) => verifyChain(database),
    'audit.export': (input, context) =>
      exportEntries(context, input, stationTimeZone(context.database, reference)),
    'audit.configure': ({ keepMonths: months }, { database }) => {
      database.transaction(() => keepMonths(database, months));
      return {};
    },
  };
}
