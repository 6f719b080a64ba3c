import { expect, it } from 'vitest';
import { mailFromTyped, readTypedHour, readTypedNumber, type TypedMail } from './typed-mail.ts';

const TYPED: TypedMail = {
  number: '271042100013766',
  version: '',
  modality: 'post',
  postmarkedOn: '2026-12-07',
  receivedOn: '2026-12-09',
  receivedAt: '',
  signed: true,
  dated: false,
};

it('a code that was read gives number and version, a typed number stays as it is', () => {
  expect([
    readTypedNumber('G1.271042100013766.2.1.2.1.3.ABCDEFGHIJKLMNOP'),
    readTypedNumber('27 1042'),
    readTypedNumber(undefined),
  ]).toEqual([{ number: '271042100013766', version: '2' }, {}, {}]);
});

it('an hour is read as people write it', () => {
  expect(['16:40', '9h05', '16 h', '8', 'midi'].map(readTypedHour)).toEqual([
    '16:40',
    '09:05',
    '16:00',
    '08:00',
    'midi',
  ]);
});

it('a letter says its postmark, a deposit its hour, and neither what it has not', () => {
  const { signed, dated, number } = TYPED;
  expect([
    mailFromTyped(TYPED),
    mailFromTyped({ ...TYPED, modality: 'counter', receivedAt: '16h40', version: '2' }),
  ]).toEqual([
    { number, modality: 'post', postmarkedOn: '2026-12-07', receivedOn: '2026-12-09', signed, dated },
    { number, version: 2, modality: 'counter', receivedOn: '2026-12-09T16:40', signed, dated },
  ]);
});
