import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  aConfirmation,
  achievementSection,
  aLongConfirmation,
  aShortConfirmation,
  fictitiousExamPapers,
  identificationSection,
} from '../../../tests/builders/confirmation-content.ts';
import { parseCodePayload } from './code-payload.ts';
import type { ConfirmationContent } from './confirmation-content.ts';
import { CODE_QUIET_MM, SIGNING_CLEARANCE_MM } from './geometry.ts';
import { layoutConfirmation } from './layout-confirmation.ts';
import { sheetLayoutSchema } from './layout.ts';
import type { Box, PrintedItem, SheetLayout, SheetPage } from './layout.ts';
import type { MeasureText } from './text-flow.ts';
import { ascentMm, descentMm } from './type-styles.ts';

/** Wider than the real letters on average, so that lines break more often than they will. */
const measure: MeasureText = (text, font, sizePt) => text.length * sizePt * (font === 'bold' ? 0.21 : 0.2);
const CHECK = 'ABCDEFGHIJKLMNOP';
const layoutOf = (content: ConfirmationContent): SheetLayout =>
  layoutConfirmation(content, measure, () => CHECK);

const word = fc.stringMatching(/^[A-Za-zÀ-ÿ'’-]{1,40}$/);
const answer = fc.array(word, { maxLength: 6 }).map((words) => words.join(' '));

/** As long as the contract lets it be, or shorter. */
const sentence = (maxLength: number) =>
  fc
    .integer({ min: 20, max: maxLength })
    .map((length) => 'Texte fictif à signer '.repeat(80).slice(0, length).trim());

/** Confirmations of any size that the contract allows, with answers of any length. */
const anyConfirmation: fc.Arbitrary<ConfirmationContent> = fc
  .record({
    answers: fc.array(answer, { minLength: 1, maxLength: 17 }),
    achievements: fc.nat({ max: 6 }),
    examPapers: fc.nat({ max: 20 }),
    pieces: fc.nat({ max: 12 }),
    notes: fc.array(fc.lorem({ maxCount: 200 }), { maxLength: 10 }),
    candidateName: answer.filter((name) => name.length > 0),
    specialtyLabel: answer.filter((label) => label.length > 0),
    training: fc.boolean(),
    statement: sentence(1500),
    redPen: sentence(1500),
    academyName: sentence(200),
    serviceName: sentence(200),
    version: fc.integer({ min: 1, max: 120 }),
  })
  .map(({ answers, achievements, examPapers, pieces, notes, statement, redPen, ...rest }) => {
    const { academyName, serviceName, ...printed } = rest;
    const identification = identificationSection();
    const { campaign } = aConfirmation();
    return aConfirmation({
      ...printed,
      sections: [
        {
          ...identification,
          fields: identification.fields.map((field, index) => ({
            ...field,
            value: answers[index % answers.length] ?? '',
          })),
        },
        achievementSection(achievements),
      ],
      examPapers: fictitiousExamPapers(examPapers),
      pieces: Array.from({ length: pieces }, (_, index) => ({
        id: `p${index}`,
        label: 'Pièce fictive',
        reason: 'demandée',
      })),
      campaign: {
        ...campaign,
        academyName,
        service: { ...campaign.service, name: serviceName },
        texts: { ...campaign.texts, statement, redPen, notes },
      },
    });
  });

/** Runs a rule on every page of many confirmations. */
function onEveryPage(rule: (page: SheetPage) => void): void {
  fc.assert(
    fc.property(anyConfirmation, (content) => layoutOf(content).pages.forEach(rule)),
    { numRuns: 60 },
  );
}

function extentOf(item: PrintedItem): Box {
  if (item.kind === 'line') return { x: item.x1, y: item.y1, w: item.x2 - item.x1, h: item.y2 - item.y1 };
  if (item.kind !== 'text') return item.box;
  const style = { ...item, leadingMm: 0 };
  const h = ascentMm(style) + descentMm(style);
  return { x: item.x, y: item.y - ascentMm(style), w: measure(item.text, item.font, item.sizePt), h };
}

function grown(box: Box, mm: number): Box {
  return { x: box.x - mm, y: box.y - mm, w: box.w + 2 * mm, h: box.h + 2 * mm };
}

const SLACK_MM = 1e-6;

function overlap(a: Box, b: Box): boolean {
  return (
    a.x + a.w > b.x + SLACK_MM &&
    b.x + b.w > a.x + SLACK_MM &&
    a.y + a.h > b.y + SLACK_MM &&
    b.y + b.h > a.y + SLACK_MM
  );
}

function overlaps(boxes: readonly Box[]): [Box, Box][] {
  return boxes.flatMap((box, index) =>
    boxes
      .slice(index + 1)
      .filter((other) => overlap(box, other))
      .map((other): [Box, Box] => [box, other]),
  );
}

const fieldIdsOf = (content: ConfirmationContent): string[] => [
  ...content.sections.flatMap((section) => section.fields.map((field) => field.id)),
  ...content.examPapers.map((examPaper) => `examPapers.${examPaper.code}`),
];

describe('the layout of a confirmation', () => {
  test('every answer and every épreuve is a field exactly once, in order', () => {
    fc.assert(
      fc.property(anyConfirmation, (content) => {
        const ids = layoutOf(content).pages.flatMap((page) => page.fields.map((field) => field.id));
        expect(ids).toEqual(fieldIdsOf(content));
      }),
    );
  });

  test('no two fields overlap', () => {
    onEveryPage((page) => expect(overlaps(page.fields.map((field) => field.box))).toEqual([]));
  });

  test('a value is printed inside its field', () => {
    onEveryPage((page) =>
      expect(page.fields.filter(({ box, valueBox }) => !contains(grown(box, SLACK_MM), valueBox))).toEqual(
        [],
      ),
    );
  });

  test('every field leaves room for a red correction', () => {
    onEveryPage(({ fields }) => {
      const leastHeight = (id: string) => (id.startsWith('examPapers.') ? 7 : 9);
      expect(fields.filter(({ id, box }) => box.w < 35 || box.h < leastHeight(id))).toEqual([]);
    });
  });

  test('everything lies at least 10 mm inside the paper', () => {
    const printable = { x: 10, y: 10, w: 190, h: 277 };
    onEveryPage((page) =>
      expect(page.items.filter((item) => !contains(grown(printable, SLACK_MM), extentOf(item)))).toEqual([]),
    );
  });

  test('nothing is printed within 5 mm of the signature and date boxes', () => {
    onEveryPage(({ items, signatureBox, dateBox }) => {
      const boxes = [signatureBox, dateBox].filter((box) => box !== undefined);
      const isFrame = (item: PrintedItem) => item.kind === 'rect' && boxes.includes(item.box);
      const near = items.filter(
        (item) =>
          !isFrame(item) && boxes.some((box) => overlap(grown(box, SIGNING_CLEARANCE_MM), extentOf(item))),
      );
      expect(near).toEqual([]);
      if (signatureBox && dateBox)
        expect(overlap(grown(signatureBox, SIGNING_CLEARANCE_MM), dateBox)).toBe(false);
    });
  });

  test('codes keep their quiet zone', () => {
    onEveryPage(({ items, codes, fields }) => {
      const near = [
        ...items.filter((item) => item.kind !== 'code').map(extentOf),
        ...fields.map((field) => field.box),
      ].filter((box) => codes.some((code) => overlap(grown(code, CODE_QUIET_MM), box)));
      expect(near).toEqual([]);
    });
  });

  test('texts, marks, witness and codes never overlap one another', () => {
    onEveryPage((page) =>
      expect(
        overlaps(page.items.filter((item) => item.kind !== 'line' && item.kind !== 'rect').map(extentOf)),
      ).toEqual([]),
    );
  });

  test('every page bears three codes that say which page of which sheet it is', () => {
    fc.assert(
      fc.property(anyConfirmation, (content) => {
        const { pages } = layoutOf(content);
        const said = pages.map(({ items }) =>
          items
            .filter((item) => item.kind === 'code')
            .map((item) => parseCodePayload(item.payload)?.code.page),
        );
        expect(said).toEqual(pages.map((_, index) => [index + 1, index + 1, index + 1]));
      }),
    );
  });

  test('is data that the contract accepts', () => {
    const layout = layoutOf(aConfirmation());
    expect(sheetLayoutSchema.parse(layout)).toEqual(layout);
  });
});

function contains(outer: Box, inner: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.w <= outer.x + outer.w &&
    inner.y + inner.h <= outer.y + outer.h
  );
}

describe('the pages of a confirmation', () => {
  const textsOf = (page: SheetPage | undefined): string[] =>
    (page?.items ?? []).flatMap((item) => (item.kind === 'text' ? [item.text] : []));

  test('a short one is a single sheet, signed in front', () => {
    const { pages } = layoutOf(aShortConfirmation());
    expect(pages.map((page) => page.signatureBox !== undefined)).toEqual([true, false]);
  });

  test('a long one goes on to whole sheets and keeps its signature on page 1', () => {
    const { pages } = layoutOf(aLongConfirmation());
    expect({
      wholeSheets: pages.length % 2 === 0,
      moreThanOne: pages.length > 2,
      signedPages: pages.flatMap((page, index) => (page.signatureBox ? [index + 1] : [])),
    }).toEqual({ wholeSheets: true, moreThanOne: true, signedPages: [1] });
  });

  test('a back that has nothing to say says so', () => {
    const { pages } = layoutOf(aConfirmation());
    expect(textsOf(pages.at(-1))).toContain('Page laissée blanche');
  });

  test.each([
    [true, 'on every page'],
    [false, 'on no page'],
  ])('training %s: the warning without value is %s', (training) => {
    const { pages } = layoutOf(aConfirmation({ training }));
    const warned = pages.map((page) => textsOf(page).includes('BASE ÉCOLE — SANS VALEUR'));
    expect(warned).toEqual(pages.map(() => training));
  });

  test.each([
    ['all', true],
    ['slipsOnly', true],
    ['none', false],
  ] as const)('red-pen policy %s: the instruction is printed: %s', (policy, isPrinted) => {
    const { campaign } = aConfirmation();
    const { pages } = layoutOf(
      aConfirmation({ campaign: { ...campaign, redPen: { policy, fieldClasses: [] } } }),
    );
    expect(textsOf(pages[0]).join(' ').includes('au stylo rouge uniquement')).toBe(isPrinted);
  });

  test('an empty answer leaves its box to the pen', () => {
    const [identification] = aShortConfirmation().sections;
    const fields = (identification?.fields ?? []).map((field) => ({ ...field, value: '' }));
    const { pages } = layoutOf(aShortConfirmation({ sections: [{ title: 'Identification', fields }] }));
    const empty = (pages[0]?.fields ?? []).filter(({ id }) => id.startsWith('identification.'));
    const inBox = (item: PrintedItem) => empty.some(({ valueBox }) => overlap(valueBox, extentOf(item)));
    expect([empty.length, pages[0]?.items.filter(inBox)]).toEqual([12, []]);
  });

  test('white space is shared out when there is some left', () => {
    const heightWith = (examPapers: number) =>
      layoutOf(aShortConfirmation({ examPapers: fictitiousExamPapers(examPapers) })).pages[0]?.fields[0]?.box
        .h;
    expect(heightWith(3)).toBeGreaterThan(heightWith(14) ?? Infinity);
  });

  test('épreuves are printed with their state and their mark', () => {
    const { pages } = layoutOf(aShortConfirmation({ examPapers: fictitiousExamPapers(6) }));
    const values = pages.flatMap((page) => page.fields).filter((field) => field.id.startsWith('examPapers.'));
    expect(values.map((field) => field.value)).toEqual([
      'À passer',
      'À passer',
      'Bénéfice 12/20',
      'Report 8,5/20',
      'À passer, Anglais',
      'Dispensé',
    ]);
  });

  test('a specialty whose épreuves are not known says where they are', () => {
    const { pages } = layoutOf(aShortConfirmation({ examPapers: [], examPapersKnown: false }));
    expect(textsOf(pages[0]).join(' ')).toContain('celles du règlement d’examen en vigueur');
  });

  test('a return date that is not fixed is not invented', () => {
    const { pages } = layoutOf(aShortConfirmation({ returnDeadline: null }));
    expect(textsOf(pages[1])).toContain('Date limite non fixée à ce jour');
  });
});
