import { GuichetError } from '#shared/errors.ts';
import type { Handlers, StationContext } from '#main/context.ts';
import { newId } from '#main/new-id.ts';
import { findLayout } from '#main/domains/confirmations/index.ts';
import type { Reference } from '#main/domains/reference/index.ts';
import { acceptPage } from './accept-page.ts';
import { decidePage, getPage, listPages } from './page-store.ts';
import type { ScanReader } from '#main/scan/index.ts';
import { keepOriginals, readStack } from './read-stack.ts';

type ReturnCommands = 'returns.read' | 'returns.list' | 'returns.open' | 'returns.accept' | 'returns.refuse';

export function returnHandlers(reference: Reference): Handlers<ReturnCommands> {
  const openReader = keptReader();
  return {
    'returns.read': (input, context) => {
      const files = withDistinctNames(input.files);
      const stack = { id: newId(), files, sources: input.keep ? keepOriginals(context, files) : new Map() };
      const jobId = context.jobs.start('returns.read', async (handle) =>
        readStack(context, await openReader(context), stack, handle),
      );
      return { jobId, stackId: stack.id };
    },
    'returns.list': ({ stackId }, context) => listPages(context.database, stackId),
    'returns.open': ({ id }, context) => {
      const stored = getPage(context.database, id);
      const { imageFileId, imageFacts, registrationId, version } = stored;
      return {
        page: stored.page,
        image:
          imageFileId && imageFacts
            ? { mediaType: 'image/jpeg' as const, bytes: context.files.get(imageFileId), ...imageFacts }
            : null,
        layout:
          (registrationId && version !== null && findLayout(context.database, registrationId, version)) ||
          null,
      };
    },
    'returns.accept': (input, context) => {
      const result = acceptPage(context, reference, input);
      const { stackId } = getPage(context.database, input.id).page;
      context.emit('returns.changed', { stackId });
      context.emit('registrations.changed', { registrationNumber: result.registrationNumber });
      context.emit('outbox.changed', {});
      return result;
    },
    'returns.refuse': ({ id, reason }, context) => {
      const { page } = getPage(context.database, id);
      if (page.decision !== 'pending') throw new GuichetError('already-decided');
      decidePage(context.database, id, {
        decision: 'refused',
        reason,
        by: context.agent.login,
        atMs: context.clock.nowMs(),
      });
      context.emit('returns.changed', { stackId: page.stackId });
      return {};
    },
  };
}

/**
 * One reader for the whole session: its workers take longer to start than to read a page. Loaded by the first stack, not
 * by who starts the program.
 */
function keptReader(): (context: StationContext) => Promise<ScanReader> {
  let reader: Promise<ScanReader> | undefined;
  return (context) => {
    reader ??= import('#main/scan/index.ts').then(({ createScanReader }) => {
      const created = createScanReader();
      context.atClose(async () => {
        reader = undefined;
        await created.close();
      });
      return created;
    });
    return reader;
  };
}

/** Two files of one name in a stack stay two files: `scan.jpg`, `scan.jpg (2)`. */
function withDistinctNames<File extends { name: string }>(files: File[]): File[] {
  const seen = new Map<string, number>();
  return files.map((file) => {
    const times = (seen.get(file.name) ?? 0) + 1;
    seen.set(file.name, times);
    return times === 1 ? file : { ...file, name: `${file.name} (${times})` };
  });
}
