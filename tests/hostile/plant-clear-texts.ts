import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { decipheredBase } from '../builders/deciphered-base.ts';
import { aTypedPdf } from '../builders/scanned-pdf.ts';

/** Lays clear text in the folder of a station in every way that a careless program might; a search that misses one proves nothing. */
export async function plantClearTexts(station: {
  root: string;
  data: string;
  key: Uint8Array;
  texts: readonly string[];
}): Promise<string[]> {
  const [name = '', , given = ''] = station.texts;
  const sentence = `{"nom":"${name}","prénom":"${given}"}`;
  const scan = sharp({ create: { width: 200, height: 280, channels: 3, background: '#fff' } });
  const planted: Record<string, Uint8Array> = {
    'utf8.log': Buffer.from(`10:00 saved ${name}\n`),
    'minuscules.txt': Buffer.from(given.toLowerCase()),
    'utf16le.tmp': Buffer.from(sentence, 'utf16le'),
    'utf16be.tmp': Buffer.from(sentence, 'utf16le').swap16(),
    'base64.json': Buffer.from(JSON.stringify({ blob: Buffer.from(`x${sentence}`).toString('base64') })),
    'hex.txt': Buffer.from(Buffer.from(sentence).toString('hex')),
    'journal.gz': gzipSync(sentence),
    'flux.bin': Buffer.concat([Buffer.alloc(1_000, 7), deflateSync(sentence), Buffer.alloc(100, 9)]),
    'archive.zip': zipOf('journal.gz', gzipSync(sentence)),
    'base.db': decipheredBase(join(station.data, 'guichet.db'), station.key, join(station.root, 'copie.db')),
    'lettre.pdf': await aTypedPdf(),
    'page.jpg': await scan.jpeg().toBuffer(),
    'page.png': await scan.png().toBuffer(),
    'clef.txt': Buffer.from(station.key),
  };
  mkdirSync(join(station.data, 'files', 'planted'), { recursive: true });
  return Object.entries(planted).map(([file, bytes]) => {
    const path = join('data', 'files', 'planted', file);
    writeFileSync(join(station.root, path), bytes);
    return path;
  });
}

/** One entry, as a ZIP begins. */
function zipOf(name: string, content: Uint8Array): Uint8Array {
  const deflated = deflateRawSync(content);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(8, 8);
  header.writeUInt32LE(deflated.length, 18);
  header.writeUInt32LE(content.length, 22);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, Buffer.from(name), deflated]);
}
