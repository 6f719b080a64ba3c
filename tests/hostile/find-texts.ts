import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { everyStream } from './every-stream.ts';

export interface Hit {
  /** The file, and the stream in it where there is one. */
  where: string;
  /** What was found there, as it is known. */
  text: string;
}

interface Pattern {
  text: string;
  bytes: Buffer;
}

/** What is looked at before a pattern is compared whole. */
const PREFIX = 4;

/** Finds many texts at once in bytes, however they may be written there: nothing that is known is looked for in one spelling only. */
export class TextFinder {
  readonly #patterns = new Map<number, Pattern[]>();
  /** By the first two bytes: most places of a file are told from it alone. */
  readonly #mayBegin = new Uint8Array(0x1_0000);

  constructor(texts: readonly string[], raw: readonly Pattern[] = []) {
    const seen = new Set<string>();
    for (const { text, bytes } of [...texts.flatMap(spellings), ...raw]) {
      if (bytes.length < PREFIX || seen.has(bytes.toString('latin1'))) continue;
      seen.add(bytes.toString('latin1'));
      const prefix = bytes.readUInt32LE(0);
      this.#patterns.set(prefix, [...(this.#patterns.get(prefix) ?? []), { text, bytes }]);
      this.#mayBegin[bytes.readUInt16LE(0)] = 1;
    }
  }

  /** Each text once. */
  textsIn(bytes: Uint8Array): Set<string> {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const found = new Set<string>();
    for (let at = 0; at + PREFIX <= buffer.length; at += 1) {
      if (this.#mayBegin[buffer[at]! | (buffer[at + 1]! << 8)] === 0) continue;
      for (const pattern of this.#patterns.get(buffer.readUInt32LE(at)) ?? [])
        if (buffer.subarray(at, at + pattern.bytes.length).equals(pattern.bytes)) found.add(pattern.text);
    }
    return found;
  }

  /** In the bytes, and in whatever was compressed in them. */
  hitsIn(bytes: Uint8Array, where: string): Hit[] {
    return [...everyStream(bytes, where)].flatMap((stream) =>
      [...this.textsIn(stream.bytes)].map((text) => ({ where: stream.where, text })),
    );
  }

  /** In every file of a folder, and in their names. */
  hitsBelow(folder: string): { hits: Hit[]; files: number; bytes: number } {
    const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    const hits = this.hitsIn(Buffer.from(paths.join('\n')), 'names of files');
    let bytes = 0;
    for (const path of paths) {
      const content = readFileSync(path);
      bytes += content.length;
      hits.push(...this.hitsIn(content, relative(folder, path)));
    }
    return { hits, files: paths.length, bytes };
  }
}

function spellings(text: string): Pattern[] {
  const cases = [...new Set([text, text.toUpperCase(), text.toLowerCase()])];
  const buffers = cases.flatMap((one) => {
    const wide = Buffer.from(one, 'utf16le');
    const bytes = [Buffer.from(one, 'utf8'), Buffer.from(one, 'latin1'), wide];
    return [...bytes, Buffer.from(wide).swap16(), ...asBase64(Buffer.from(one, 'utf8')), ...asHex(one)];
  });
  return buffers.map((bytes) => ({ text, bytes }));
}

function asHex(text: string): Buffer[] {
  const hex = Buffer.from(text, 'utf8').toString('hex');
  return [Buffer.from(hex), Buffer.from(hex.toUpperCase())];
}

/** The characters that depend on nothing but these bytes, wherever they begin in what was encoded. */
export function asBase64(bytes: Uint8Array): Buffer[] {
  return [0, 1, 2].flatMap((before) => {
    const all = Buffer.concat([Buffer.alloc(before), bytes]);
    const whole = all.toString('base64').replace(/=+$/, '');
    const inside = whole.slice([0, 2, 3][before], all.length % 3 === 0 ? undefined : -1);
    return [Buffer.from(inside), Buffer.from(inside.replaceAll('+', '-').replaceAll('/', '_'))];
  });
}
