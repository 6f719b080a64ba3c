import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatEnrolmentCode, keyMarkOf, readEnrolmentCode } from './enrolment-code.ts';
import { recordsDigest } from './records-digest.ts';
import { requestText } from './request-signature.ts';

describe('an enrolment code', () => {
  const hex = (digits: number) =>
    fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: digits, maxLength: digits });

  it('says again who may enter and who must answer, however it is typed', () => {
    fc.assert(
      fc.property(hex(16), hex(16), (secret, keyId) => {
        const code = formatEnrolmentCode(secret, keyId);
        const typed = ` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `;
        expect(readEnrolmentCode(typed)).toEqual(readEnrolmentCode(code));
        expect(readEnrolmentCode(code)?.keyMark).toBe(keyMarkOf(keyId));
      }),
    );
  });

  it('is not just any text', () => {
    expect(['', 'ABCD', 'U'.repeat(24), '0'.repeat(25)].map(readEnrolmentCode)).toEqual(
      Array(4).fill(undefined),
    );
  });
});

describe('the digest of registrations', () => {
  const record = (registrationNumber: string, version = 1) => ({
    registrationNumber,
    version,
    answersSha256: 'a',
  });

  it('does not depend on the order they are read in', () => {
    const records = [record('271042100013766'), record('271042100000177', 2)];
    expect(recordsDigest(records, (text) => text)).toBe(recordsDigest(records.toReversed(), (text) => text));
  });
});

describe('the text a station signs', () => {
  it('covers what tus says of the body, and nothing a proxy may change', () => {
    const facts = { method: 'PATCH', path: '/v1/blobs/x', stationId: 's', nonce: 'n', bodySha256: 'b' };
    expect(requestText({ ...facts, headers: { 'upload-offset': '7', 'user-agent': 'any' } })).toBe(
      'GUICHET-REQUEST-1\nPATCH\n/v1/blobs/x\ns\nn\nb\nupload-length:\nupload-metadata:\nupload-offset:7',
    );
  });
});
