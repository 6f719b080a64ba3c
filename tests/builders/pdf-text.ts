import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { aFolder } from './folder.ts';

const run = promisify(execFile);

/** What a PDF says, page by page, as a reader of the file finds it: lines joined, one space for any run of them. */
export async function pdfTexts(pdf: Uint8Array): Promise<string[]> {
  const file = join(aFolder(), 'document.pdf');
  writeFileSync(file, pdf);
  const { stdout } = await run('pdftotext', ['-raw', file, '-']);
  return stdout
    .split('\f')
    .slice(0, -1)
    .map((page) => page.replace(/\s+/g, ' ').trim());
}

export interface PdfWord {
  text: string;
  xMm: number;
  yMm: number;
  rightMm: number;
  bottomMm: number;
}

/** Every word of the first page with its box, in millimetres from the top left corner. */
export async function pdfWords(pdf: Uint8Array): Promise<PdfWord[]> {
  const file = join(aFolder(), 'document.pdf');
  writeFileSync(file, pdf);
  const { stdout } = await run('pdftotext', ['-bbox', '-l', '1', file, '-']);
  const boxes = stdout.matchAll(
    /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*)<\/word>/g,
  );
  return [...boxes].map(([, x, y, right, bottom, text = '']) => ({
    text,
    xMm: mm(x),
    yMm: mm(y),
    rightMm: mm(right),
    bottomMm: mm(bottom),
  }));
}

function mm(points: string | undefined): number {
  return (Number(points) * 25.4) / 72;
}
