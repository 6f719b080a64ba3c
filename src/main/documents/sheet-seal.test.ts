import { describe, expect, test } from 'vitest';
import { sealSheetCode, verifySheetCode } from './sheet-seal.ts';

const KEY = new Uint8Array(32).fill(7);
const OTHER_KEY = new Uint8Array(32).fill(8);
const BODY = 'G1.271042100013751.1.1.2.1.1';

describe('the check of a printed code', () => {
  test('is 16 base32 letters of HMAC-SHA256', () => {
    // Independent reckoning: openssl dgst -sha256 -mac HMAC -macopt hexkey:0707… | xxd -r -p | head -c 10 | base32
    expect(sealSheetCode(KEY, BODY)).toBe('RXKGOJ3VUIJ3YPWQ');
  });

  test.each([
    ['its own body and key', KEY, BODY, true],
    ['a body with another page', KEY, BODY.replace('.1.2.', '.2.2.'), false],
    ['the key of another station', OTHER_KEY, BODY, false],
  ])('is accepted for %s: %4$s', (_case, key, body, accepted) => {
    expect(verifySheetCode(key, body, sealSheetCode(KEY, BODY))).toBe(accepted);
  });

  test.each(['', 'A', `${'A'.repeat(15)}é`, 'A'.repeat(40)])('a check such as “%s” is refused', (check) => {
    expect(verifySheetCode(KEY, BODY, check)).toBe(false);
  });
});
