import { frenchLocal } from '#shared/sentences/french-dates.ts';
import { localMinute } from '#shared/rules/local-time.ts';
import type { StationContext } from '#main/context.ts';
import { getStation } from '#main/domains/station/index.ts';
import { sendPrint } from '#main/printing/index.ts';

export async function sendTestPage(
  context: StationContext,
  asked: string | null | undefined,
): Promise<{ printId: string; job: string }> {
  const { renderPrinterTest } = await import('#main/documents/printer-test/index.ts');
  const { database, agent, clock, ports } = context;
  const { name, office } = getStation(database);
  const nowMs = clock.nowMs();
  const printer = asked === undefined ? ports.printerSettings.read().chosen : asked;
  const pdf = await renderPrinterTest(
    {
      stationName: name,
      office,
      printer: printer ?? 'Imprimante par défaut',
      sentOn: frenchLocal(localMinute(nowMs, Intl.DateTimeFormat().resolvedOptions().timeZone)),
      sentBy: agent.name,
    },
    nowMs,
  );
  return sendPrint(context, { title: 'Page d’essai', pdf, fileId: null, printer });
}
