import type { ChartReading } from '#shared/contract/calibration.ts';
import { GuichetError } from '#shared/errors.ts';
import type { Handlers, StationContext } from '#main/context.ts';
import type { KeptReader } from '#main/kept-reader.ts';
import type { ScanFile } from '#main/scan/index.ts';
import { currentInkBounds, keepInkProfile } from './ink-profile.ts';
import { chartLayout, readCharts } from './read-chart.ts';

type CalibrationCommands =
  | 'calibration.chart'
  | 'calibration.read'
  | 'calibration.keep'
  | 'calibration.forget'
  | 'calibration.current';

export function calibrationHandlers(openReader: KeptReader): Handlers<CalibrationCommands> {
  return {
    'calibration.chart': async (_input, context) => {
      const { renderConfirmationPdf } = await import('#main/documents/confirmation/index.ts');
      const layout = await chartLayout(context);
      return { pdf: await renderConfirmationPdf(layout, { issuedAtMs: context.clock.nowMs() }) };
    },
    'calibration.read': ({ files }, context) => ({
      jobId: start({ context, openReader, files, keep: false }),
    }),
    'calibration.keep': ({ files }, context) => ({
      jobId: start({ context, openReader, files, keep: true }),
    }),
    'calibration.forget': (_input, context) => {
      if (!currentInkBounds(context.database)) throw new GuichetError('nothing-changed');
      keepInkProfile(context, null, []);
      return {};
    },
    'calibration.current': (_input, { database }) => ({ bounds: currentInkBounds(database) }),
  };
}

interface Reading {
  context: StationContext;
  openReader: KeptReader;
  files: ScanFile[];
  keep: boolean;
}

/** What no chart was found in changes nothing. */
function start({ context, openReader, files, keep }: Reading): string {
  return context.jobs.start('calibration.read', async ({ signal }): Promise<ChartReading> => {
    const reader = await openReader(context);
    const reading = await readCharts(context, { reader, files, signal });
    const kept = keep && reading.bounds !== null;
    if (kept) keepInkProfile(context, reading.bounds, reading.pens);
    return { ...reading, kept };
  });
}
