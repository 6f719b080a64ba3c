import type { ExportFormat } from '#shared/contract/lists.ts';
import { localDate } from '#shared/rules/local-time.ts';
import type { Handlers } from '#main/context.ts';
import { findCampaign } from '#main/domains/campaigns/index.ts';
import type { Reference } from '#main/domains/reference/index.ts';
import { savedName } from '#main/domains/station/index.ts';
import { createExports } from './export/exports.ts';
import { MEDIA_TYPES, runExport } from './export/run-export.ts';
import { pageOfIds } from './list-page.ts';
import { rowsOf } from './list-rows.ts';
import { clerksOf, sumOf, totalsOf } from './list-totals.ts';
import { whereOf } from './list-where.ts';
import { stationTimeZone } from './station-time-zone.ts';
import { discardView, saveView, viewsOf } from './view-store.ts';

type ListCommands =
  | 'registrations.list'
  | 'lists.choices'
  | 'lists.export'
  | 'lists.chunk'
  | 'views.list'
  | 'views.save'
  | 'views.discard';

export function listHandlers(reference: Reference): Handlers<ListCommands> {
  const exports = createExports();
  return {
    'registrations.list': ({ filters, sort, page }, { database }) => {
      const where = whereOf(filters, stationTimeZone(database, reference));
      const totals = totalsOf(database, where);
      const { rowIds, nextCursor } = pageOfIds(database, { where, sort, ...page });
      return { rows: rowsOf(database, reference, rowIds), nextCursor, total: sumOf(totals), totals };
    },
    'lists.choices': (_input, { database }) => ({ clerks: clerksOf(database) }),
    'lists.export': ({ filters, sort, format }, context) => {
      const { database, clock } = context;
      const timeZone = stationTimeZone(database, reference);
      const where = whereOf(filters, timeZone);
      const campaign = (id: string) => findCampaign(context, reference, id)?.title;
      const names = { campaign: remembered(campaign), timeZone };
      const jobId = exports.start(context.jobs, (channel, handle) =>
        runExport({ database, reference, names }, { where, sort, format }, channel, handle),
      );
      const today = localDate(clock.nowMs(), timeZone);
      return {
        jobId,
        fileName: savedName(database, fileNameOf(format, today)),
        mediaType: MEDIA_TYPES[format],
      };
    },
    'lists.chunk': async ({ jobId }) => ({ bytes: await exports.take(jobId) }),
    'views.list': (_input, context) => viewsOf(context),
    'views.save': (view, context) => {
      const id = saveView(context, view);
      context.emit('views.changed', {});
      return { id };
    },
    'views.discard': ({ id }, context) => {
      discardView(context, id);
      context.emit('views.changed', {});
      return {};
    },
  };
}

function fileNameOf(format: ExportFormat, today: string): string {
  return format === 'exchange' ? `echange-${today}.csv` : `inscriptions-${today}.${format}`;
}

/** A title is asked once for a whole list: a campaign is a file to read. */
function remembered(find: (id: string) => string | undefined): (id: string) => string | undefined {
  const known = new Map<string, string | undefined>();
  return (id) => {
    if (!known.has(id)) known.set(id, find(id));
    return known.get(id);
  };
}
