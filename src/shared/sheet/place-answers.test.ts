import { describe, expect, test } from 'vitest';
import { printed } from './block.ts';
import type { Drawn } from './block.ts';
import type { Group } from './page-flow.ts';
import { placeAnswers } from './place-answers.ts';
import { textAt } from './text-flow.ts';
import { STYLES } from './type-styles.ts';

const block = (text: string) => ({
  heightMm: 10,
  draw: (top: number) => printed([textAt(0, top, text, STYLES.text)]),
});

/** A heading and its rows, 10 mm each. */
const section = (title: string, rowCount: number): Group => ({
  title,
  heading: (continued) => block(continued ? `${title} (suite)` : title),
  rows: Array.from({ length: rowCount }, (_, index) => block(`${title} ${index + 1}`)),
});

const textsOf = ({ items }: Drawn) => items.flatMap((item) => (item.kind === 'text' ? [item.text] : []));

/** What page 1, its back and the pages from the third bear. */
function placed(answers: Group[], frontMm: number, backMm: number) {
  const frame = (bottom: number) => ({ top: 0, bottom });
  const frames = { front: frame(frontMm), back: frame(backMm), next: frame(100) };
  const { front, back, after } = placeAnswers(answers, frames, () => 0);
  return { front: textsOf(front), back: textsOf(back), after: after.map(textsOf) };
}

const ACHIEVEMENTS = section('Acquis', 1);
const EXAM_PAPERS = section('Épreuves', 2);

describe('placing the answers', () => {
  test('all in front where there is room', () => {
    expect(placed([ACHIEVEMENTS, EXAM_PAPERS], 50, 0)).toEqual({
      front: ['Acquis', 'Acquis 1', 'Épreuves', 'Épreuves 1', 'Épreuves 2'],
      back: [],
      after: [],
    });
  });

  test('a section that the front has no room for stands whole on the back, and the front says so', () => {
    expect(placed([ACHIEVEMENTS, EXAM_PAPERS], 49, 30)).toEqual({
      front: ['Acquis', 'Acquis 1', 'Suite au verso : Épreuves'],
      back: ['Épreuves', 'Épreuves 1', 'Épreuves 2'],
      after: [],
    });
  });

  test('a section is cut where that spares a second sheet', () => {
    expect(placed([ACHIEVEMENTS, section('Épreuves', 4)], 56, 30)).toEqual({
      front: ['Acquis', 'Acquis 1', 'Épreuves', 'Épreuves 1', 'Épreuves 2', 'Suite au verso : Épreuves'],
      back: ['Épreuves (suite)', 'Épreuves 3', 'Épreuves 4'],
      after: [],
    });
  });

  test('what neither side has room for goes on from page 3', () => {
    expect(placed([ACHIEVEMENTS, EXAM_PAPERS, section('Notes', 1)], 49, 29)).toEqual({
      front: ['Acquis', 'Acquis 1', 'Suite page 3 : Épreuves, Notes'],
      back: [],
      after: [['Épreuves', 'Épreuves 1', 'Épreuves 2', 'Notes', 'Notes 1']],
    });
  });

  test('a back without room is left to the instructions', () => {
    expect(placed([ACHIEVEMENTS, section('Épreuves', 4)], 56, 19)).toEqual({
      front: ['Acquis', 'Acquis 1', 'Suite page 3 : Épreuves'],
      back: [],
      after: [['Épreuves', 'Épreuves 1', 'Épreuves 2', 'Épreuves 3', 'Épreuves 4']],
    });
  });

  test('the back takes a section even when a later one needs a second sheet', () => {
    expect(placed([ACHIEVEMENTS, EXAM_PAPERS, section('Notes', 4)], 26, 30).front).toEqual([
      'Acquis',
      'Acquis 1',
      'Suite au verso : Épreuves — Suite page 3 : Notes',
    ]);
  });

  test('a first section longer than page 1 goes on from page 3', () => {
    expect(placed([section('Acquis', 9)], 46, 0)).toEqual({
      front: ['Acquis', 'Acquis 1', 'Acquis 2', 'Acquis 3', 'Suite page 3 : Acquis'],
      back: [],
      after: [['Acquis (suite)', 'Acquis 4', 'Acquis 5', 'Acquis 6', 'Acquis 7', 'Acquis 8', 'Acquis 9']],
    });
  });
});
