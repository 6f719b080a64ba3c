import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { Decrypter, Encrypter } from 'age-encryption';
import canonicalize from 'canonicalize';
import {
  readTarHeader,
  TAR_BLOCK,
  TAR_END_BYTES,
  tarHeader,
  tarPadding,
} from '#shared/protocol/tar-header.ts';
import type { TestCentral } from '../../builders/central.ts';
import { sha256 } from '../../builders/protocol-station.ts';

/** What lies in a volume, by name, in order. */
export type Entries = Map<string, Buffer>;

async function identityOf(central: TestCentral): Promise<string> {
  const [row] = await central.rows('SELECT identity FROM batch_identity');
  return String(row?.['identity']);
}

export async function recipientOf(central: TestCentral): Promise<string> {
  const [row] = await central.rows('SELECT recipient FROM batch_identity');
  return String(row?.['recipient']);
}

/** Opens a volume as whoever stole the centre's key would. */
export async function openedBatch(central: TestCentral, file: string): Promise<Entries> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(await identityOf(central));
  const archive = await decrypter.decrypt(readFileSync(file));
  const entries: Entries = new Map();
  for (let place = 0; ;) {
    const header = readTarHeader(archive.subarray(place, place + TAR_BLOCK));
    if (header === undefined || header === 'end') return entries;
    const start = place + TAR_BLOCK;
    entries.set(header.name, Buffer.from(archive.subarray(start, start + header.size)));
    place = start + header.size + tarPadding(header.size);
  }
}

/** Encrypts entries for a reader, as anybody may. */
export async function sealedBatch(path: string, entries: Entries, recipient: string): Promise<string> {
  const parts = [...entries].flatMap(([name, content]) => [
    tarHeader(name, content.length),
    content,
    new Uint8Array(tarPadding(content.length)),
  ]);
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  writeFileSync(path, await encrypter.encrypt(Buffer.concat([...parts, new Uint8Array(TAR_END_BYTES)])));
  return path;
}

/** The same with other things in the manifest, signed by a key that is not the station's. */
export function withManifest(
  entries: Entries,
  changes: Record<string, unknown>,
  privateKey: KeyObject = generateKeyPairSync('ed25519').privateKey,
): Entries {
  const manifest = JSON.parse(String(entries.get('manifest.json'))) as Record<string, unknown>;
  const text = canonicalize({ ...manifest, ...changes }) ?? '';
  const signature = sign(null, Buffer.from(text), privateKey).toString('base64');
  return new Map([
    ...entries,
    ['manifest.json', Buffer.from(text)],
    ['manifest.sig', Buffer.from(signature)],
  ]);
}

export function opsListed(lines: Buffer, entries: Entries): Record<string, unknown> {
  const manifest = JSON.parse(String(entries.get('manifest.json'))) as { ops: Record<string, unknown> };
  return { ops: { ...manifest.ops, sha256: sha256(lines), size: lines.length } };
}
