import { PAGE_HEIGHT_MM, PAGE_WIDTH_MM } from '#shared/sheet/layout.ts';
import { drawHand, writeText } from './ink/handwriting.ts';
import { drawStroke } from './ink/draw-stroke.ts';
import { printSheet, wearSheet } from './paper.ts';
import { usualPaper } from './plan/draw-paper.ts';
import { usualScan } from './plan/draw-scan.ts';
import { pensOf, type PenFamily } from './pens.ts';
import type { ScannedImage } from './scanner/encode.ts';
import { LIDS } from './scanner/scan-plan.ts';
import { renderingDpi, scanSheet } from './scanner.ts';
import { SeededRandom } from './seeded-random.ts';

const WORDS = (
  'Madame Monsieur je vous prie de trouver ici la copie du diplôme fictif que vous avez demandée avec mes ' +
  'excuses pour le retard cordialement Camille Exemple dossier session examen adresse téléphone merci bien'
).split(' ');

/** A page that is none of ours but travels in the same envelope: a letter by hand. */
export async function simulateForeignPage(
  seed: string | number,
  family: PenFamily = 'scoring',
): Promise<ScannedImage> {
  const random = new SeededRandom(seed);
  const scan = usualScan(random.fork('scan'));
  const plan = { ...usualPaper(random.fork('paper')), showThrough: 0 };
  const dpi = renderingDpi(scan.dpi);
  const [widthPx, heightPx] = [PAGE_WIDTH_MM, PAGE_HEIGHT_MM].map((mm) => Math.round((mm / 25.4) * dpi)) as [
    number,
    number,
  ];
  const blank = { dpi, widthPx, heightPx, rgb: new Uint8Array(widthPx * heightPx * 3).fill(255) };
  const sheet = printSheet(blank, undefined, plan, true);
  const hand = drawHand(random.fork('hand'));
  const pen = random.pick([...pensOf(family, 'blue'), ...pensOf(family, 'black')]);
  for (let y = random.range(35, 60); y < random.range(120, 250); y += hand.capHeightMm * 2.6) {
    const line = Array.from({ length: 7 }, () => random.pick(WORDS)).join(' ');
    const strokes = writeText(line, { x: 22 + random.range(0, 3), y }, hand, random.fork(`line ${y}`));
    strokes.forEach((stroke, index) =>
      drawStroke(sheet.paper, sheet.grain, pen, stroke, random.fork(`ink ${y} ${index}`)),
    );
  }
  wearSheet(sheet, plan, LIDS[scan.lid], random.fork('wear'));
  return (await scanSheet(sheet, scan, random.fork('scanner'))).image;
}
