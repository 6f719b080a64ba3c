import { describe, expect, it } from 'vitest';
import { parseTypedNumber, showTypedNumber } from './typed-number.ts';

describe('a typed number', () => {
  it('takes the French comma and the full stop', () => {
    expect([parseTypedNumber('12,5'), parseTypedNumber('12.5'), parseTypedNumber(' 2017 ')]).toEqual([
      12.5, 12.5, 2017,
    ]);
  });

  it('stays as typed when it is not a number', () => {
    expect([parseTypedNumber('douze'), parseTypedNumber('12,'), parseTypedNumber('-3')]).toEqual([
      'douze',
      '12,',
      '-3',
    ]);
  });

  it('is nothing when nothing is typed', () => {
    expect(parseTypedNumber('  ')).toBeUndefined();
  });

  it('is shown with a comma', () => {
    expect([showTypedNumber(12.5), showTypedNumber('12,'), showTypedNumber(undefined)]).toEqual([
      '12,5',
      '12,',
      '',
    ]);
  });
});
