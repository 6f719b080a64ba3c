import { describe, expect, test } from 'vitest';
import { gridRows } from './answer-grid.ts';
import { CONTENT_WIDTH_MM, LEFT_MM } from './geometry.ts';

/** Each row as the last part of its ids and the width of each box, in whole millimetres. */
const rowsOf = (...ids: string[]) =>
  gridRows(ids.map((id) => ({ id, label: id, value: '' }))).map((row) =>
    row.map(({ field, widthMm }) => `${field.id.split('.').at(-1)} ${Math.round(widthMm)}`),
  );

const CONTACT = ['postcode', 'locality', 'addressCountry', 'email', 'phone', 'ine'].map(
  (name) => `identification.${name}`,
);

describe('the rows of answers', () => {
  test('short answers share a row, in their order', () => {
    expect(rowsOf(...CONTACT)).toEqual([
      ['postcode 40', 'locality 86', 'addressCountry 40'],
      ['email 86', 'phone 40', 'ine 40'],
    ]);
  });

  test('the longest answer takes what the others leave', () => {
    expect(rowsOf('identification.civility', 'identification.givenNames')).toEqual([
      ['civility 40', 'givenNames 131'],
    ]);
  });

  test('an answer that the table does not know has half the width, or all of it when alone', () => {
    expect(rowsOf('achievements.0', 'achievements.1', 'achievements.2')).toEqual([
      ['0 86', '1 86'],
      ['2 176'],
    ]);
  });

  test('a row goes from one edge of the text to the other', () => {
    const edges = gridRows(CONTACT.map((id) => ({ id, label: id, value: '' }))).map((row) => {
      const last = row.at(-1);
      return [row[0]?.x, Math.round((last?.x ?? 0) + (last?.widthMm ?? 0))];
    });
    expect(edges).toEqual(edges.map(() => [LEFT_MM, LEFT_MM + CONTENT_WIDTH_MM]));
  });
});
