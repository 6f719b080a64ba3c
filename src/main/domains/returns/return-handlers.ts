import { GuichetError } from '#shared/errors.ts';
import type { Handlers, StationContext } from '#main/context.ts';
import { newId } from '#main/new-id.ts';
import type { Reference } from '#main/domains/reference/index.ts';
import { acceptPage } from './accept-page.ts';
import { askPage, refusePage } from './decide.ts';
import { openPage, pageImage } from './open-page.ts';
import { listPages } from './page-list.ts';
import { getPage } from './page-store.ts';
import type { KeptReader } from '#main/kept-reader.ts';
import { keepOriginals, readStack } from './read-stack.ts';
import { sendPrint } from '#main/printing/index.ts';
import { startScan } from './scan-stack.ts';
import { signedCopy } from './signed-copy.ts';
import { listStacks, openStack, stackSummary } from './stack-store.ts';

type ReturnCommands =
  | 'returns.read'
  | 'returns.scan'
  | 'returns.stacks'
  | 'returns.summary'
  | 'returns.list'
  | 'returns.open'
  | 'returns.image'
  | 'returns.accept'
  | 'returns.refuse'
  | 'returns.ask'
  | 'returns.signedCopy'
  | 'returns.printSignedCopy';

export function returnHandlers(reference: Reference, openReader: KeptReader): Handlers<ReturnCommands> {
  return {
    'returns.read': (input, context) => {
      if (input.keep) requireRoom(context);
      const files = withDistinctNames(input.files);
      const id = input.stackId ?? newId();
      const stack = { id, files, sources: input.keep ? keepOriginals(context, files) : new Map() };
      if (input.keep) openStack(context.database, id, context.agent.login, context.clock.nowMs());
      const jobId = context.jobs.start('returns.read', async (handle) =>
        readStack(context, await openReader(context), stack, handle),
      );
      return { jobId, stackId: id };
    },
    'returns.scan': (input, context) => {
      requireRoom(context);
      return startScan(context, () => openReader(context), input);
    },
    'returns.stacks': (_input, { database }) => listStacks(database),
    'returns.summary': ({ stackId }, { database }) => stackSummary(database, stackId),
    'returns.list': (input, { database }) => listPages(database, input),
    'returns.open': ({ id }, { database }) => openPage(database, id),
    'returns.image': ({ id }, context) => ({ jpeg: pageImage(context, id) }),
    'returns.accept': (input, context) => {
      const result = acceptPage(context, reference, input);
      const { stackId } = getPage(context.database, input.id).page;
      context.emit('returns.changed', { stackId });
      context.emit('registrations.changed', { registrationNumber: result.registrationNumber });
      context.emit('outbox.changed', {});
      return result;
    },
    'returns.refuse': (input, context) => {
      context.emit('returns.changed', { stackId: refusePage(context, input) });
      return {};
    },
    'returns.ask': (input, context) => {
      context.emit('returns.changed', { stackId: askPage(context, input) });
      return {};
    },
    'returns.signedCopy': async (input, context) => {
      const { registration, title: _title, ...copy } = await signedCopy(context, reference, input);
      return { registrationNumber: registration.registrationNumber, ...copy };
    },
    'returns.printSignedCopy': async ({ printer, ...input }, context) => {
      const { registration, title, pdf } = await signedCopy(context, reference, input);
      return sendPrint(context, { title, pdf, fileId: null, registrationId: registration.id, printer });
    },
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

/** What is small goes on when the disk is nearly full; papers are not. Throws `disk-low`. */
function requireRoom({ safekeeper }: StationContext): void {
  if (safekeeper.isDiskLow()) throw new GuichetError('disk-low');
}
