import { GuichetError } from '#shared/errors.ts';
import type { StationContext } from '#main/context.ts';
import type { SpoolState } from '#main/ports/printer.ts';
import { newId } from '#main/new-id.ts';
import { insertPrint, setPrintState, setSpoolJob } from './print-store.ts';

export interface PrintOrder {
  title: string;
  pdf: Uint8Array;
  /** Where the PDF is archived; null for what is kept nowhere. */
  fileId: string | null;
  /** The file it belongs to, when it is about one. */
  registrationId?: string;
  /** In place of the station's own. */
  printer?: string | undefined;
}

/**
 * Sends a document, two-sided on A4, and has it followed to its end. Written down before it leaves: a program that stops in between must
 * not print twice unseen. Throws `printer-failed`, `printer-gone`, `no-printer`; the failure stays in the list, from where it can be sent again.
 */
export async function sendPrint(
  context: StationContext,
  order: PrintOrder,
): Promise<{ printId: string; job: string }> {
  const { database, ports, clock, agent, emit, prints } = context;
  const { title, pdf, fileId, registrationId = null } = order;
  const printer = order.printer ?? ports.printerSettings.read().chosen ?? undefined;
  const id = newId();
  insertPrint(database, {
    ...{ id, title, fileId, registrationId },
    sentAtMs: clock.nowMs(),
    sentBy: agent.login,
  });
  try {
    const sent = await ports.printer.print({ pdf, title, ...(printer === undefined ? {} : { printer }) });
    setSpoolJob(database, id, sent);
    prints.wake();
    return { printId: id, job: sent.job };
  } catch (error) {
    setPrintState(database, id, { state: 'failed', ...whyRefused(error) });
    throw error;
  } finally {
    emit('prints.changed', {});
  }
}

function whyRefused(error: unknown): Pick<SpoolState, 'troubles' | 'words'> {
  if (!(error instanceof GuichetError)) return { troubles: ['other'], words: '' };
  if (error.code === 'printer-gone') return { troubles: ['gone'], words: '' };
  if (error.code === 'no-printer') return { troubles: ['none'], words: '' };
  return { troubles: ['other'], words: error.detail?.['cause'] ?? '' };
}
