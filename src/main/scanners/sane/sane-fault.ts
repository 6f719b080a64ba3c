import { GuichetError, type ErrorCode } from '#shared/errors.ts';

/** `sane_strstatus` is not translated; these are its words. */
const BY_WORDS: readonly [RegExp, ErrorCode][] = [
  [/document feeder jammed/i, 'paper-jam'],
  [/out of documents/i, 'feeder-empty'],
  [/cover is open/i, 'cover-open'],
  [/device busy/i, 'scanner-busy'],
  [
    /error during device I\/O|open of device .* failed: invalid argument|no SANE devices found/i,
    'scanner-gone',
  ],
  [/operation was cancelled/i, 'cancelled'],
];

/** `SANE_Status`, which scanimage exits with. */
const BY_EXIT: Readonly<Record<number, ErrorCode>> = {
  3: 'scanner-busy',
  6: 'paper-jam',
  7: 'feeder-empty',
  8: 'cover-open',
  9: 'scanner-gone',
};

/** What stopped scanimage, by its words first: it exits with 1 when the device itself could not be opened. */
export function saneFault(words: string, exitCode: number | null): GuichetError {
  const code = BY_WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? BY_EXIT[exitCode ?? 1];
  if (code !== undefined) return new GuichetError(code);
  const last = words.split('\n').findLast((line) => line.startsWith('scanimage:')) ?? '';
  const cause = last.replace('scanimage: ', '').slice(0, 200);
  return new GuichetError('scanner-refused', { detail: cause === '' ? {} : { cause } });
}

/** A feeder that ran out after some pages has done its work. */
export function ranOut(words: string): boolean {
  return /out of documents/i.test(words);
}
