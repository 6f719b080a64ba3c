import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { arrivingLines } from './arriving-lines.ts';

async function groupsOf(...chunks: (string | Uint8Array)[]): Promise<string[][]> {
  const source = Readable.from(
    chunks.map((chunk) => (typeof chunk === 'string' ? Buffer.from(chunk) : chunk)),
  );
  const groups: string[][] = [];
  for await (const group of arrivingLines(source)) groups.push(group);
  return groups;
}

describe('lines that arrive', () => {
  it('are given as they come, a half one with its other half', async () => {
    expect(await groupsOf('un\ndeux\r\ntr', 'ois\nquatre')).toEqual([['un', 'deux'], ['trois'], ['quatre']]);
  });

  it('pass over a mark at the beginning, and keep a letter cut between two chunks', async () => {
    const bytes = Buffer.from('\uFEFFÉlodie\n');
    expect(await groupsOf(bytes.subarray(0, 4), bytes.subarray(4))).toEqual([['Élodie']]);
  });

  it('let go of one that never ends, and go on with the next', async () => {
    const [long, next] = (await groupsOf('x'.repeat(1_500_000), `${'x'.repeat(10)}\nsuivante\n`)).flat();
    expect([long?.length, next]).toEqual([11, 'suivante']);
  });
});
