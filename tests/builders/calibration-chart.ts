import { createMeasure } from '#main/documents/confirmation/index.ts';
import { layoutCalibrationChart } from '#shared/sheet/calibration-chart.ts';
import type { ScanPlan } from '#simulator/scanner/scan-plan.ts';
import { aScannedPage } from './signed-sheet.ts';

/** The simulator's pen for each cell. */
const PENS: Record<string, string> = {
  'red-ballpoint': 'tuning-red-ballpoint-office',
  'red-gel': 'tuning-red-gel-rollerball',
  'red-felt': 'tuning-red-felt-fineliner',
  'blue-ballpoint': 'tuning-blue-ballpoint',
  'blue-other': 'tuning-blue-fountain',
  'black-ballpoint': 'tuning-black-ballpoint',
  highlighter: 'tuning-highlighter-yellow',
  purple: 'tuning-purple-ballpoint',
};

/** The printed chart, filled in and scanned. The codes are those of the PDF; only places are taken from the layout. */
export function aFilledChart(pdf: Uint8Array, scan: Partial<ScanPlan> = {}): Promise<Uint8Array> {
  const layout = layoutCalibrationChart({ training: true, printedInColour: true }, createMeasure(), () =>
    'A'.repeat(16),
  );
  const otherMarks = layout.pages[0]!.fields.flatMap(({ id, valueBox }) => {
    const penId = PENS[id];
    const box = { x: valueBox.x + 6, y: valueBox.y + 3, w: 20, h: 11 };
    return penId ? [{ kind: 'scribble' as const, box, penId }] : [];
  });
  return aScannedPage({ pdf, layout }, { scan, otherMarks });
}
