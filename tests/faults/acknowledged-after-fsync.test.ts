import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { aFolder } from '../builders/folder.ts';
import { sha256 } from '../builders/protocol-station.ts';

/** What a program asked of the system, in order, up to its acknowledgement. */
function callsOf(program: URL, ...parameters: string[]): string[] {
  const trace = join(aFolder(), 'trace');
  const watched = ['-f', '-y', '-e', 'trace=pwrite64,fsync,fdatasync,rename,write', '-o', trace];
  execFileSync('strace', [...watched, process.execPath, fileURLToPath(program), ...parameters]);
  const calls = readFileSync(trace, 'utf8').split('\n');
  const acknowledged = calls.findIndex((call) => /write\(1.*ACKNOWLEDGED/.test(call));
  return calls.slice(0, Math.max(acknowledged, 0));
}

/** Only the calls that matter, by name. */
function sequenceOf(calls: readonly string[], named: Readonly<Record<string, RegExp>>): string[] {
  return calls.flatMap((call) =>
    Object.entries(named).flatMap(([name, pattern]) => (pattern.test(call) ? [name] : [])),
  );
}

const hash = sha256('une page');

/** The calls of a centre that receives one file, by what they are for. */
function sequenceOfFile(way: 'chunks' | 'whole', file: string): string[] {
  const folder = aFolder();
  const calls = callsOf(new URL('./receive-one-file.ts', import.meta.url), folder, hash, way);
  return sequenceOf(calls, {
    bytes: new RegExp(`pwrite64\\(.*${file}[^>]*>`),
    'fsync of the bytes': new RegExp(`fsync\\(.*${file}[^>]*>`),
    rename: new RegExp(`rename\\(".*${file}[^"]*"`),
    'fsync of the folder': new RegExp(`fsync\\(.*/${hash.slice(0, 2)}>`),
    'fsync of the folder above': new RegExp(`fsync\\(\\d+<${folder}>`),
  });
}

it('the centre acknowledges a scan that came in chunks after the fsync of its bytes, its rename, and the fsync of the folder that names it', () => {
  expect(sequenceOfFile('chunks', 'partial/upload')).toEqual([
    'bytes',
    'fsync of the bytes',
    'fsync of the folder above',
    'rename',
    'fsync of the folder',
  ]);
});

it('the centre acknowledges a scan that came in one request after the fsync of its bytes and of the folder it was made in', () => {
  const sequence = sequenceOfFile('whole', `${hash.slice(0, 2)}/${hash}`);
  expect(sequence.slice(0, 2)).toEqual(['fsync of the folder above', 'bytes']);
  // Both are waited for; which of them is first is the system's affair.
  expect(sequence.slice(2).toSorted()).toEqual(['fsync of the bytes', 'fsync of the folder']);
});

it('the station counts a receipt as kept after the fsync of the log that holds it', () => {
  const calls = callsOf(new URL('./keep-one-receipt.ts', import.meta.url), aFolder());
  const sequence = sequenceOf(calls, { write: /pwrite64\(.*db-wal>/, fsync: /f(data)?sync\(.*db-wal>/ });
  expect(sequence.filter((call) => call === 'write').length).toBeGreaterThan(0);
  expect(sequence.at(-1)).toBe('fsync');
});
