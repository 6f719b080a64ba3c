/**
 * One encoding for both hosts: JSON, plus bytes. Structured clone would let Electron carry values (Date, Map, undefined
 * in arrays) that a WebSocket cannot, and a bug would then show in one host only.
 */

const BYTES = '$bytes';
const ESCAPED = '$object';

export class CodecError extends Error {}

/** Encodes plain data (null, booleans, finite numbers, strings, arrays, plain objects, Uint8Array). Throws CodecError. */
export function encode(value: unknown): string {
  return JSON.stringify(toJson(value));
}

/** Inverse of `encode`. Throws CodecError on anything that `encode` cannot have made. */
export function decode(text: string): unknown {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new CodecError('not JSON', { cause });
  }
  return fromJson(json);
}

function toJson(value: unknown): unknown {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new CodecError('number is not finite');
    return value;
  }
  if (value instanceof Uint8Array) return { [BYTES]: toBase64(value) };
  if (Array.isArray(value)) return value.map(toJson);
  if (typeof value === 'object' && isPlain(value)) {
    const entries = Object.entries(value).filter(([, member]) => member !== undefined);
    const json = Object.fromEntries(entries.map(([key, member]) => [key, toJson(member)]));
    return BYTES in json || ESCAPED in json ? { [ESCAPED]: json } : json;
  }
  throw new CodecError(`cannot carry a ${typeof value}`);
}

function fromJson(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(fromJson);
  // JSON has no infinite number, and yet `1e999` is read as one.
  if (typeof json === 'number' && !Number.isFinite(json)) throw new CodecError('number is not finite');
  if (json === null || typeof json !== 'object') return json;
  const entries: [string, unknown][] = Object.entries(json);
  const [only] = entries;
  if (entries.length === 1 && only) {
    const [key, member] = only;
    if (key === BYTES) {
      if (typeof member !== 'string') throw new CodecError('bytes are not text');
      return fromBase64(member);
    }
    if (key === ESCAPED && member !== null && typeof member === 'object' && !Array.isArray(member)) {
      return membersFromJson(Object.entries<unknown>({ ...member }));
    }
  }
  return membersFromJson(entries);
}

function membersFromJson(entries: [string, unknown][]): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [key, member] of entries) {
    // Assigning `__proto__` would change the prototype instead of making a member.
    Object.defineProperty(result, key, {
      value: fromJson(member),
      enumerable: true,
      writable: true,
      configurable: true,
    });
  }
  return result;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** `toBase64`/`fromBase64` of Uint8Array are not in every runtime we ship on; `btoa` and `atob` are in all of them. */
function toBase64(bytes: Uint8Array): string {
  const CHUNK = 0x8000;
  let binary = '';
  for (let start = 0; start < bytes.length; start += CHUNK) {
    binary += String.fromCharCode(...bytes.subarray(start, start + CHUNK));
  }
  return btoa(binary);
}

function fromBase64(text: string): Uint8Array {
  let binary: string;
  try {
    binary = atob(text);
  } catch (cause) {
    throw new CodecError('bytes are not base64', { cause });
  }
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
