import { describe, expect, it } from 'vitest';
import { phoneNumber, showPhoneNumber } from './phone-number.ts';

describe('a telephone number', () => {
  it('is kept in its international form, however it is typed', () => {
    expect(
      ['06 00 00 00 01', '06.00.00.00.01', '+33 6 00 00 00 01', '0033600000001', '+33 (0)6 00 00 00 01'].map(
        phoneNumber,
      ),
    ).toEqual(Array<string>(5).fill('+33600000001'));
  });

  it('may be of an overseas territory or of any country', () => {
    expect(
      ['0262 00 00 01', '0692 00 00 01', '0590 00 00 01', '+32 2 000 00 01', '+687 00 00 01'].map(
        phoneNumber,
      ),
    ).toEqual(['+262262000001', '+262692000001', '+590590000001', '+3220000001', '+687000001']);
  });

  it('is refused when it has too many figures, too few, or letters', () => {
    expect(['06 00 00 00 0', '06 00 00 00 01 2', 'zéro six', '+999 12', ''].map(phoneNumber)).toEqual(
      Array<undefined>(5).fill(undefined),
    );
  });

  it('is shown as people dial it', () => {
    expect(
      ['+33600000001', '+262262000001', '+3220000001', '06 00 00 00 01', 'inconnu'].map(showPhoneNumber),
    ).toEqual(['06 00 00 00 01', '0262 00 00 01', '+32 2 000 00 01', '06 00 00 00 01', 'inconnu']);
  });
});
