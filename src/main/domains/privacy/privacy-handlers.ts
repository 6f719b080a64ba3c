import { strToU8 } from 'fflate';
import { GuichetError } from '#shared/errors.ts';
import type { Handlers, StationContext } from '#main/context.ts';
import type { Reference } from '#main/domains/reference/index.ts';
import { savedName } from '#main/domains/station/index.ts';
import { personArchive } from './access/person-archive.ts';
import { disposalList } from './disposal-list.ts';
import { holdFile, releaseFile } from './litigation-hold.ts';
import { disposableFiles, heldFiles, retentionSessions, today } from './preview-disposal.ts';
import { purgeReports, type Visa } from './purge-report.ts';
import { approvedFiles, purge } from './purge.ts';
import { configureRetention, retentionChanges, retentionSettings } from './retention-settings.ts';

type PrivacyCommands =
  | 'retention.settings'
  | 'retention.configure'
  | 'retention.preview'
  | 'retention.disposalList'
  | 'retention.purge'
  | 'retention.reports'
  | 'retention.hold'
  | 'retention.release'
  | 'access.export';

export function privacyHandlers(reference: Reference): Handlers<PrivacyCommands> {
  return {
    'retention.settings': (_input, { database }) => ({
      settings: retentionSettings(database),
      changes: retentionChanges(database),
    }),
    'retention.configure': (settings, context) => {
      configureRetention(context, settings);
      context.emit('retention.changed', {});
      return {};
    },
    'retention.preview': (_input, context) => {
      const { ids, digest } = disposableFiles(context, reference);
      const sessions = retentionSessions(context, reference);
      return { digest, disposable: ids.length, sessions, held: heldFiles(context.database) };
    },
    'retention.disposalList': (_input, context) => ({
      fileName: savedName(context.database, `bordereau-elimination-${today(context, reference)}.csv`),
      mediaType: 'text/csv',
      bytes: strToU8(disposalList(context, reference)),
    }),
    'retention.purge': (visa, context) => ({ jobId: startPurge(context, reference, visa) }),
    'retention.reports': (_input, { database }) => purgeReports(database),
    'retention.hold': ({ number, reason }, context) => {
      holdFile(context, number, reason);
      context.emit('retention.changed', {});
      return {};
    },
    'retention.release': ({ number, reason }, context) => {
      releaseFile(context, number, reason);
      context.emit('retention.changed', {});
      return {};
    },
    'access.export': ({ candidateNumber }, context) => ({
      ...personArchive(context, reference, candidateNumber),
      mediaType: 'application/zip',
    }),
  };
}

/** What can be refused at once is refused before the job exists. Throws `nothing-due`, `disposal-changed`. */
function startPurge(context: StationContext, reference: Reference, visa: Visa): string {
  if (visa.visaOn > today(context, reference))
    throw new GuichetError('invalid-input', { fields: [{ path: 'visaOn', code: 'date-in-future' }] });
  approvedFiles(context, reference, visa);
  return context.jobs.start('retention.purge', async (handle) => {
    try {
      return await purge(context, reference, visa, handle);
    } finally {
      context.emit('retention.changed', {});
      context.emit('registrations.changed', { registrationNumber: '' });
    }
  });
}
