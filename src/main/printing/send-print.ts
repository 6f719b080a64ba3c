import { GuichetError } from '#shared/errors.ts';
import type { StationContext } from '#main/context.ts';
import type { PrinterSettings } from '#main/ports/printer-settings.ts';
import type { PrintRequest, SpoolState } from '#main/ports/printer.ts';
import { newId } from '#main/new-id.ts';
import { insertPrint, setPrintState, setSpoolJob } from './print-store.ts';

export interface PrintOrder {
  title: string;
  pdf: Uint8Array;
  /** Where the PDF is archived; null for what is kept nowhere. */
  fileId: string | null;
  /** The file it belongs to, when it is about one. */
  registrationId?: string;
  /** In place of the station's own; null: the machine's default one. */
  printer?: string | null | undefined;
}

/**
 * Sends a document, two-sided on A4, and has it followed to its end. Written down before it leaves: a program that stops in between must
 * not print twice unseen. Throws `printer-failed`, `no-print-service`, `printer-gone`, `no-printer`, `printer-silent`; the failure stays in the list, from where it can be sent again.
 */
export async function sendPrint(
  context: StationContext,
  order: PrintOrder,
): Promise<{ printId: string; job: string }> {
  const { database, ports, clock, agent, emit, prints } = context;
  const { title, fileId, registrationId = null } = order;
  const id = newId();
  insertPrint(database, {
    ...{ id, title, fileId, registrationId },
    sentAtMs: clock.nowMs(),
    sentBy: agent.login,
  });
  try {
    const sent = await ports.printer.print(requestOf(order, ports.printerSettings));
    setSpoolJob(database, id, sent);
    prints.wake();
    return { printId: id, job: sent.job };
  } catch (error) {
    setPrintState(database, id, whyNotSent(error));
    throw error;
  } finally {
    emit('prints.changed', {});
  }
}

function requestOf({ pdf, title, printer }: PrintOrder, settings: PrinterSettings): PrintRequest {
  const name = printer === undefined ? settings.read().chosen : printer;
  return { pdf, title, ...(name === null ? {} : { printer: name }) };
}

/** What the spooler may have taken all the same is not told as a failure: it may come out. */
function whyNotSent(error: unknown): SpoolState {
  const told = (state: SpoolState['state'], troubles: SpoolState['troubles'], words = '') => ({
    ...{ state, troubles, words },
  });
  const code = error instanceof GuichetError ? error.code : undefined;
  if (code === 'printer-gone') return told('failed', ['gone']);
  if (code === 'no-printer') return told('failed', ['none']);
  if (code !== 'printer-failed' && code !== 'no-print-service') return told('unknown', []);
  return told('failed', ['other'], error instanceof GuichetError ? error.detail?.['cause'] : '');
}
