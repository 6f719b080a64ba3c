import type { Print } from '#shared/contract/printing.ts';
import { GuichetError } from '#shared/errors.ts';
import { toWireError } from '#shared/wire/envelope.ts';
import type { Handlers, StationContext } from '#main/context.ts';
import type { SpoolState } from '#main/ports/printer.ts';
import { setPrintsInColour, sheetFactsOf } from '#main/domains/station/index.ts';
import {
  dismissPrint,
  getPrint,
  recentPrints,
  sendPrint,
  setPrintState,
  type StoredPrint,
} from '#main/printing/index.ts';
import { sendTestPage } from './test-page.ts';

type PrintingCommands =
  | 'printers.list'
  | 'printers.choose'
  | 'printers.test'
  | 'prints.list'
  | 'prints.again'
  | 'prints.cancel'
  | 'prints.dismiss';

export const printingHandlers: Handlers<PrintingCommands> = {
  'printers.list': async (_input, { ports, database }) => {
    const { printsInColour } = sheetFactsOf(database);
    const kept = { settings: ports.printerSettings.read(), printsInColour };
    try {
      return { printers: await ports.printer.list(), trouble: null, ...kept };
    } catch (error) {
      if (!(error instanceof GuichetError)) throw error;
      return { printers: [], trouble: toWireError(error), ...kept };
    }
  },
  'printers.choose': ({ printer, printsInColour }, { ports, database }) => {
    ports.printerSettings.write({ chosen: printer });
    setPrintsInColour(database, printsInColour);
    return {};
  },
  'printers.test': ({ printer }, context) => sendTestPage(context, printer),
  'prints.list': (_input, { database, clock }) => recentPrints(database, clock.nowMs()).map(told),
  'prints.again': async ({ id, printer }, context) => {
    const print = getPrint(context.database, id);
    const { title, fileId, registrationId, registrationNumber } = print;
    if (fileId === null) throw new GuichetError('print-not-kept');
    const pdf = context.files.get(fileId);
    const state = await withdraw(context, print);
    if (isUnfinished(print.state) && state !== 'cancelled') throw new GuichetError('print-not-withdrawn');
    const sent = await sendPrint(context, {
      ...{ title, pdf, fileId, printer },
      ...(registrationId === null ? {} : { registrationId }),
    });
    dismissPrint(context.database, id);
    return { ...sent, registrationNumber };
  },
  'prints.cancel': async ({ id }, context) => {
    await withdraw(context, getPrint(context.database, id));
    return told(getPrint(context.database, id));
  },
  'prints.dismiss': ({ id }, { database, emit }) => {
    dismissPrint(database, getPrint(database, id).id);
    emit('prints.changed', {});
    return {};
  },
};

const isUnfinished = (state: Print['state']) => ['sending', 'waiting', 'printing', 'blocked'].includes(state);

/**
 * Out of the spooler: what waits for paper must not come out one day with nobody to take it, nor twice. Returns how it is then; `unknown`
 * where the spooler cannot tell, so that somebody looks at the paper.
 */
async function withdraw(
  { database, ports, emit }: StationContext,
  { id, job, printer, state }: StoredPrint,
): Promise<Print['state']> {
  if (!isUnfinished(state) || job === null || printer === null) return state;
  const after = await ports.printer
    .cancel({ job, printer })
    .catch((): SpoolState => ({ state: 'unknown', troubles: [], words: '' }));
  setPrintState(database, id, after);
  emit('prints.changed', {});
  return after.state;
}

/** Without what only the store needs. */
function told({ fileId: _fileId, job: _job, registrationId: _registrationId, ...print }: StoredPrint): Print {
  return print;
}
