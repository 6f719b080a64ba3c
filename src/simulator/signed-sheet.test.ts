import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import type { ReturnedPagePlan } from './plan/return-plan.ts';
import { PLAIN_SCAN } from './scanner/scan-plan.ts';
import { simulateReturn, type SimulatedReturn } from './signed-sheet.ts';
import { colouredExtent, contains, onImage } from './testing/coloured-pixels.ts';
import { SIGNATURE_BOX, smallLayout, smallPdf } from './testing/small-sheet.ts';

const layout = smallLayout();
const pdf = await smallPdf(layout);
const RED = 'scoring-red-gel-school';

const PAGE: ReturnedPagePlan = {
  sheetPage: 1,
  corrections: [],
  otherMarks: [],
  paper: {
    stock: 'white',
    ream: 'test',
    toner: 1,
    photocopiedFirst: false,
    showThrough: 0,
    dust: 5,
    faults: [],
  },
  scan: { ...PLAIN_SCAN, dpi: 100, jpegQuality: 95, chromaSubsampling: '4:4:4' },
};

function simulate(changes: Partial<ReturnedPagePlan>, seed = 'retour'): Promise<SimulatedReturn> {
  return simulateReturn({ pdf, layout, seed, plan: { pages: [{ ...PAGE, ...changes }] } });
}

function digest({ images }: SimulatedReturn): string[] {
  return images.map((image) => createHash('sha256').update(image.bytes).digest('hex'));
}

const CORRECTED: Partial<ReturnedPagePlan> = {
  corrections: [
    { fieldId: 'identification.birthDate', kind: 'strike-and-rewrite', penId: RED, text: '12/03/2002' },
  ],
  signature: { penId: 'scoring-blue-gel' },
};

test('the same seed and plan give the same bytes and the same truth', async () => {
  const [one, two, other] = [
    await simulate(CORRECTED),
    await simulate(CORRECTED),
    await simulate(CORRECTED, 'autre'),
  ];
  expect({ bytes: digest(two), truth: two.truth }).toEqual({ bytes: digest(one), truth: one.truth });
  expect(digest(other)).not.toEqual(digest(one));
});

test('the truth names the page, its signature, and each mark with its ink and its field', async () => {
  const { truth } = await simulate(CORRECTED);
  const [page] = truth.pages;
  expect(
    truth.pages.map(({ marks, sheetToImage: _, ...rest }) => ({
      ...rest,
      marks: marks.map(({ ink, fields, kind, pen }) => ({ ink, fields, kind, pen })),
    })),
  ).toEqual([
    {
      page: 1,
      sheetPage: 1,
      registrationNumber: '270000000000101',
      version: 1,
      rotation: 0,
      dpi: 100,
      colour: 'colour',
      signature: 'present',
      date: 'absent',
      marks: [
        { ink: 'red', fields: ['identification.birthDate'], kind: 'strike', pen: RED },
        { ink: 'red', fields: ['identification.birthDate'], kind: 'text', pen: RED },
        { ink: 'blue', fields: [], kind: 'signature', pen: 'scoring-blue-gel' },
      ],
    },
  ]);
  expect(contains(SIGNATURE_BOX, page?.marks[2]?.box ?? SIGNATURE_BOX, 6)).toBe(true);
});

test.each([
  'strike-and-rewrite',
  'rewrite-beside',
  'strike-only',
  'circle-and-rewrite',
  'underline',
  'overwrite',
  'tiny',
  'tick',
  'margin-arrow',
  'across',
] as const)('the ink of a correction by %s lies where the truth says, and nowhere else', async (kind) => {
  const { images, truth } = await simulate({
    corrections: [{ fieldId: 'identification.birthName', kind, penId: RED, text: 'TEMOIN' }],
  });
  const [image] = images;
  const [page] = truth.pages;
  if (!image || !page) throw new Error('Aucune page simulée.');
  const boxes = page.marks.map((mark) => onImage(page.sheetToImage, mark.box));
  const ink = await Promise.all(boxes.map((box) => colouredExtent(image.bytes, box)));
  const all = await colouredExtent(image.bytes);
  const left = Math.min(...boxes.map((box) => box.x));
  const top = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.w));
  const bottom = Math.max(...boxes.map((box) => box.y + box.h));
  const union = { x: left, y: top, w: right - left, h: bottom - top };
  expect({ everyMarkIsInked: ink.every(Boolean), nothingElse: all && contains(union, all, 2) }).toEqual({
    everyMarkIsInked: true,
    nothingElse: true,
  });
});

test('a photocopy keeps no colour, and the truth says that it is grey', async () => {
  const { images, truth } = await simulate({ ...CORRECTED, scan: { ...PAGE.scan, photocopied: true } });
  const colours = await Promise.all(images.map((image) => colouredExtent(image.bytes)));
  expect({ colours, said: truth.pages.map((page) => page.colour) }).toEqual({
    colours: [undefined],
    said: ['grey'],
  });
});

test('correction fluid hides the print that it covers', async () => {
  const darkest = async (changes: Partial<ReturnedPagePlan>): Promise<number> => {
    const { images, truth } = await simulate(changes);
    const box = onImage(truth.pages[0]?.sheetToImage ?? [1, 0, 0, 0, 1, 0, 0, 0, 1], {
      x: 20,
      y: 63,
      w: 8,
      h: 6,
    });
    const region = {
      left: Math.round(box.x),
      top: Math.round(box.y),
      width: Math.round(box.w),
      height: Math.round(box.h),
    };
    const cut = await sharp(images[0]?.bytes).extract(region).png().toBuffer();
    const { channels } = await sharp(cut).stats();
    return channels[0]?.min ?? 255;
  };
  const fluid = {
    fieldId: 'identification.birthName',
    kind: 'fluid-and-rewrite',
    penId: RED,
    text: '',
  } as const;
  const [printed, covered] = [await darkest({}), await darkest({ corrections: [fluid] })];
  expect({ printed: printed < 90, covered: covered > 150 }).toEqual({
    printed: true,
    covered: true,
  });
});

test('worn paper is told as stains, each with its place', async () => {
  const { truth } = await simulate({
    paper: {
      ...PAGE.paper,
      stock: 'recycled',
      showThrough: 0.08,
      faults: [
        { kind: 'fold', atMm: 99 },
        { kind: 'coffee', x: 120, y: 150, radiusMm: 36 },
        { kind: 'staple', x: 10, y: 9 },
        { kind: 'punch-holes' },
        { kind: 'cut-corner', corner: 'bottom-right', sizeMm: 15 },
      ],
    },
    otherMarks: [{ kind: 'stamp', x: 140, y: 200, radiusMm: 16 }],
  });
  const seen = truth.pages.flatMap((page) => page.marks.map(({ ink, kind }) => `${ink} ${kind}`));
  expect(seen).toEqual([
    'stamp stamp',
    'stain fold',
    'stain coffee',
    'stain staple',
    'stain punch-holes',
    'stain punch-holes',
    'stain cut-corner',
  ]);
});

test('of a sheet fed with another, the foot of the one beneath shows', async () => {
  const scan = { ...PAGE.scan, offsetYMm: -30, lid: 'black' as const };
  const footLevel = async (changes: Partial<ReturnedPagePlan>): Promise<number> => {
    const { images } = await simulate({ scan, ...changes });
    const cut = await sharp(images[0]?.bytes)
      .extract({ left: 300, top: 1080, width: 200, height: 60 })
      .png()
      .toBuffer();
    const { channels } = await sharp(cut).stats();
    return channels[0]?.mean ?? 0;
  };
  const [alone, fedWithAnother] = [
    await footLevel({}),
    await footLevel({ beneath: { sheetPage: 2, downMm: 30 } }),
  ];
  expect({ lid: alone < 60, paper: fedWithAnother > 200 }).toEqual({ lid: true, paper: true });
});

test('pages come back in the order of the plan, some twice, some never', async () => {
  const pages = [2, 1, 2].map((sheetPage) => ({
    ...PAGE,
    sheetPage,
    scan: { ...PAGE.scan, quarterTurn: 180 as const },
  }));
  const { images, truth } = await simulateReturn({ pdf, layout, seed: 'pile', plan: { pages } });
  expect(
    truth.pages.map(({ page, sheetPage, rotation, signature }) => ({ page, sheetPage, rotation, signature })),
  ).toEqual([
    { page: 1, sheetPage: 2, rotation: 180, signature: undefined },
    { page: 2, sheetPage: 1, rotation: 180, signature: 'absent' },
    { page: 3, sheetPage: 2, rotation: 180, signature: undefined },
  ]);
  expect(images.map((image) => [image.page, image.mediaType, image.dpi])).toEqual([
    [1, 'image/jpeg', 100],
    [2, 'image/jpeg', 100],
    [3, 'image/jpeg', 100],
  ]);
});

test('a page or a field that the sheet has not is refused', async () => {
  await expect(simulate({ sheetPage: 7 })).rejects.toThrow('page 7');
  const correction = { fieldId: 'inconnu', kind: 'tick', penId: RED, text: '' } as const;
  await expect(simulate({ corrections: [correction] })).rejects.toThrow('inconnu');
});
