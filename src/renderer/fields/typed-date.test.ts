import { describe, expect, it } from 'vitest';
import { parseTypedDate, showTypedDate } from './typed-date.ts';

describe('a typed date', () => {
  it('is understood with slashes, dots, spaces, or eight figures in a row', () => {
    expect(['12/04/1990', '12.4.1990', '12 04 1990', '12041990'].map(parseTypedDate)).toEqual(
      Array<string>(4).fill('1990-04-12'),
    );
  });

  it('stays as typed while it is not complete, so that nothing is lost', () => {
    expect(['1', '12/04', '12/04/90', 'avril'].map(parseTypedDate)).toEqual([
      '1',
      '12/04',
      '12/04/90',
      'avril',
    ]);
  });

  it('becomes ISO even when the day does not exist, for the schema to say so', () => {
    expect(parseTypedDate('31/02/1990')).toBe('1990-02-31');
  });

  it('comes back on screen the French way', () => {
    expect([showTypedDate('1990-04-12'), showTypedDate('12/0')]).toEqual(['12/04/1990', '12/0']);
  });
});
