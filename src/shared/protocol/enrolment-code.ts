/**
 * A one-time code as a person types it: `XXXX-XXXX-XXXX-KKKK-KKKK-KKKK`, Crockford base 32. The first half lets the station
 * in (60 random bits); the second is the start of the centre's key id, so that the station knows who must answer.
 */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const HALF_LENGTH = 12;
/** 12 characters of 5 bits. */
const HALF_HEX_DIGITS = 15;

/** `secretHex` holds at least 60 random bits. */
export function formatEnrolmentCode(secretHex: string, serverKeyId: string): string {
  return (base32Half(secretHex) + base32Half(serverKeyId)).replace(/(.{4})(?=.)/g, '$1-');
}

/** Undefined when it cannot be a code. Case, spaces and hyphens do not matter; O, I and L are read as 0, 1 and 1. */
export function readEnrolmentCode(typed: string): { secret: string; keyMark: string } | undefined {
  const compact = compacted(typed);
  if (!/^[0-9A-HJKMNP-TV-Z]{24}$/.test(compact)) return undefined;
  return { secret: compact.slice(0, HALF_LENGTH), keyMark: compact.slice(HALF_LENGTH) };
}

/** The second half alone, as it is told with a file; undefined for what cannot be one. */
export function readKeyMark(typed: string): string | undefined {
  const compact = compacted(typed);
  return /^[0-9A-HJKMNP-TV-Z]{12}$/.test(compact) ? compact : undefined;
}

function compacted(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
}

/** What the second half must be for a centre's key. */
export function keyMarkOf(serverKeyId: string): string {
  return base32Half(serverKeyId);
}

function base32Half(hex: string): string {
  let rest = BigInt(`0x${hex.slice(0, HALF_HEX_DIGITS)}`);
  let text = '';
  for (let index = 0; index < HALF_LENGTH; index += 1) {
    text = (ALPHABET[Number(rest % 32n)] ?? '') + text;
    rest /= 32n;
  }
  return text;
}
