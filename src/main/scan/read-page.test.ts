import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import type { PageReading } from '#shared/contract/page-reading.ts';
import { aLookup, aPrintedSheet, aScannedPage } from '../../../tests/builders/signed-sheet.ts';
import type { PrintedSheet } from '../../../tests/builders/signed-sheet.ts';
import { readPage } from './read-page.ts';

const PEN = {
  red: 'tuning-red-ballpoint-office',
  blue: 'tuning-blue-ballpoint',
  black: 'tuning-marker-black',
};

let sheet: PrintedSheet;
let clean: Uint8Array;

beforeAll(async () => {
  sheet = await aPrintedSheet();
  clean = await aScannedPage(sheet);
});

async function read(bytes: Uint8Array): Promise<PageReading> {
  const place = { file: 'scan.jpg', page: 1 };
  const { reading } = await readPage({ kind: 'encoded', bytes, page: 0 }, place, async (parsed) =>
    aLookup([sheet])(parsed),
  );
  return reading;
}

describe('a page read alone', () => {
  test('says which page of which sheet it is, unsigned and unmarked', async () => {
    const { fit, elapsedMs, ...reading } = await read(clean);
    expect(reading).toEqual({
      file: 'scan.jpg',
      page: 1,
      status: 'matched',
      registrationNumber: sheet.layout.registrationNumber,
      version: 1,
      sheetPage: 1,
      sheetPages: 2,
      rotation: 0,
      colour: 'colour',
      signature: { state: 'absent' },
      date: { state: 'absent' },
      marks: [],
      warnings: ['signature-missing', 'date-missing'],
      needsReview: false,
      reasons: [],
    });
    expect(fit?.marksFound).toBe(8);
    expect(fit?.rmsMm).toBeLessThan(0.1);
    expect(elapsedMs).toBeGreaterThan(0);
  });

  test.each([90, 180, 270] as const)('is found turned by %i degrees', async (turn) => {
    const turned = await sharp(clean).rotate(turn).jpeg({ quality: 90 }).toBuffer();
    const { status, rotation, marks } = await read(turned);
    expect({ status, rotation, marks }).toEqual({ status: 'matched', rotation: turn, marks: [] });
  });

  test('gives an answer struck out in red to its field, and the blue signature and date to their boxes', async () => {
    const bytes = await aScannedPage(sheet, {
      corrections: [
        {
          fieldId: 'identification.birthDate',
          kind: 'strike-and-rewrite',
          penId: PEN.red,
          text: '13/03/2001',
        },
      ],
      signature: { penId: PEN.blue },
      date: { penId: PEN.blue, text: '12/11/2026' },
    });
    const { signature, date, marks, needsReview } = await read(bytes);
    const said = new Set(marks.map(({ ink, fields }) => `${ink} ${fields.join(' ')}`));
    expect({ signature, date, said: [...said], needsReview }).toEqual({
      signature: { state: 'present', ink: 'blue' },
      date: { state: 'present', ink: 'blue' },
      said: ['red identification.birthDate'],
      needsReview: false,
    });
  });

  test.each(['yellow', 'green'])('sees red ink over a %s highlighter', async (colour) => {
    const fieldId = 'identification.birthDate';
    const bytes = await aScannedPage(sheet, {
      otherMarks: [{ kind: 'highlight', fieldId, penId: `tuning-highlighter-${colour}` }],
      corrections: [{ fieldId, kind: 'underline', penId: PEN.red, text: '' }],
    });
    const { marks } = await read(bytes);
    const said = new Set(marks.map(({ ink, fields }) => `${ink} ${fields.join(' ')}`));
    expect(said).toContain(`red ${fieldId}`);
  });

  test('is identified by its other codes when one is crossed out, and says that one is damaged', async () => {
    const crossed = { kind: 'code-crossed', code: 0, penId: PEN.black } as const;
    const { status, warnings } = await read(await aScannedPage(sheet, { otherMarks: [crossed] }));
    expect({ status, damaged: warnings.includes('code-damaged') }).toEqual({
      status: 'matched',
      damaged: true,
    });
  });

  test('is registered as well when a corner took a mark away', async () => {
    const { paper } = {
      paper: { stock: 'white', ream: 'test', toner: 1, photocopiedFirst: false, showThrough: 0, dust: 0 },
    } as const;
    const torn = await aScannedPage(sheet, {
      paper: { ...paper, faults: [{ kind: 'cut-corner', corner: 'top-right', sizeMm: 30 }] },
    });
    const { status, fit, marks } = await read(torn);
    expect({ status, marksFound: fit?.marksFound, marks }).toEqual({
      status: 'matched',
      marksFound: 7,
      marks: [],
    });
    expect(fit?.rmsMm).toBeLessThan(0.1);
  });

  test('never says that a grey scan has no red: its colour is unknown', async () => {
    const grey = await sharp(clean).greyscale().jpeg().toBuffer();
    const { colour, reasons, needsReview } = await read(grey);
    expect({ colour, reasons, needsReview }).toEqual({
      colour: 'grey',
      reasons: ['colour-unknown'],
      needsReview: true,
    });
  });

  test('without any code of ours is unidentified', async () => {
    const blank = await sharp({ create: { width: 1240, height: 1754, channels: 3, background: '#fdfdfb' } })
      .jpeg()
      .toBuffer();
    const { status, reasons, needsReview } = await read(blank);
    expect({ status, reasons, needsReview }).toEqual({
      status: 'unidentified',
      reasons: ['no-code'],
      needsReview: true,
    });
  });
});
