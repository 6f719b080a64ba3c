import type { ChartReading } from '#shared/contract/calibration.ts';
import { GuichetError } from '#shared/errors.ts';
import type { Handlers, StationContext } from '#main/context.ts';
import type { ScanFile } from '#main/scan/index.ts';
import { currentInkBounds, keepInkProfile } from './ink-profile.ts';
import { chartLayout, readCharts } from './read-chart.ts';

type CalibrationCommands =
  | 'calibration.chart'
  | 'calibration.read'
  | 'calibration.keep'
  | 'calibration.forget'
  | 'calibration.current';

export const calibrationHandlers: Handlers<CalibrationCommands> = {
  'calibration.chart': async (_input, context) => {
    const { renderConfirmationPdf } = await import('#main/documents/confirmation/index.ts');
    const layout = await chartLayout(context);
    return { pdf: await renderConfirmationPdf(layout, { issuedAtMs: context.clock.nowMs() }) };
  },
  'calibration.read': ({ files }, context) => ({ jobId: start(context, files, false) }),
  'calibration.keep': ({ files }, context) => ({ jobId: start(context, files, true) }),
  'calibration.forget': (_input, context) => {
    if (!currentInkBounds(context.database)) throw new GuichetError('nothing-changed');
    keepInkProfile(context, null, []);
    return {};
  },
  'calibration.current': (_input, { database }) => ({ bounds: currentInkBounds(database) }),
};

/** What no chart was found in changes nothing. */
function start(context: StationContext, files: ScanFile[], keep: boolean): string {
  return context.jobs.start('calibration.read', async ({ signal }): Promise<ChartReading> => {
    const reading = await readCharts(context, files, signal);
    const kept = keep && reading.bounds !== null;
    if (kept) keepInkProfile(context, reading.bounds, reading.pens);
    return { ...reading, kept };
  });
}
