import type { Print } from '#shared/contract/printing.ts';
import { GuichetError } from '#shared/errors.ts';
import { toWireError } from '#shared/wire/envelope.ts';
import type { Handlers, StationContext } from '#main/context.ts';
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
    const { title, fileId, registrationId } = print;
    if (fileId === null) throw new GuichetError('print-not-kept');
    await withdraw(context, print);
    const pdf = context.files.get(fileId);
    const sent = await sendPrint(context, {
      ...{ title, pdf, fileId, printer },
      ...(registrationId === null ? {} : { registrationId }),
    });
    dismissPrint(context.database, id);
    return sent;
  },
  'prints.cancel': async ({ id }, context) => {
    await withdraw(context, getPrint(context.database, id));
    context.emit('prints.changed', {});
    return told(getPrint(context.database, id));
  },
  'prints.dismiss': ({ id }, { database, emit }) => {
    dismissPrint(database, getPrint(database, id).id);
    emit('prints.changed', {});
    return {};
  },
};

/** Out of the spooler: what waits for paper must not come out one day with nobody to take it, nor twice. */
async function withdraw({ database, ports }: StationContext, print: StoredPrint): Promise<void> {
  const { id, job, printer, state } = print;
  if (job === null || printer === null || !['waiting', 'printing', 'blocked'].includes(state)) return;
  await ports.printer.cancel({ job, printer });
  setPrintState(database, id, await ports.printer.follow({ job, printer }));
}

/** Without what only the store needs. */
function told({ fileId: _fileId, job: _job, registrationId: _registrationId, ...print }: StoredPrint): Print {
  return print;
}
