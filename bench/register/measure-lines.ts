import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Figure } from '../figures.ts';
import { PASSPHRASE, type BenchFolders } from './bench-station.ts';
import { inventedAnswers, inventedNewcomer } from './invented-people.ts';

const ENTRY = fileURLToPath(new URL('../../src/cli/guichet.mjs', import.meta.url));
const POLL_MS = 50;

/**
 * `guichet register` in a process of its own, each line its own durable transaction. The time counts everything: start, passphrase,
 * closing. One line in the middle is broken: it must be named, and the others saved.
 */
export async function measureLines(
  folder: string,
  { data }: BenchFolders,
  { firstUnused, count }: { firstUnused: number; count: number },
): Promise<{ figures: Figure[]; peakMemoryMiB: number }> {
  const numbers = Array.from({ length: count }, (_, index) => firstUnused + index);
  const lines = numbers.map((number) => JSON.stringify(inventedAnswers(inventedNewcomer(number), number)));
  lines.splice(count / 2, 0, '{"identification": {');
  const file = join(folder, 'lines.ndjson');
  writeFileSync(file, lines.join('\n'));
  const startedAtMs = performance.now();
  const child = spawn(process.execPath, [ENTRY, 'register', file, '--data', data], {
    env: {
      PATH: process.env['PATH'],
      XDG_CONFIG_HOME: join(folder, 'config'),
      GUICHET_PASSPHRASE: PASSPHRASE,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let peakMemoryMiB = 0;
  const poll = setInterval(
    () => (peakMemoryMiB = Math.max(peakMemoryMiB, residentPeakMiB(child.pid))),
    POLL_MS,
  );
  const answers = (await text(child.stdout)).trim().split('\n');
  clearInterval(poll);
  const seconds = (performance.now() - startedAtMs) / 1000;
  const refused = answers.filter((answer) => !answer.includes('"ok":true'));
  if (
    answers.length !== count + 1 ||
    refused.length !== 1 ||
    !refused[0]?.includes(`"line":${count / 2 + 1}`)
  )
    throw new Error(
      `register answered ${answers.length} lines, ${refused.length} refused: ${refused[0] ?? ''}`,
    );
  return {
    figures: [{ name: 'register-lines-per-second', value: count / seconds, unit: '1/s', n: count }],
    peakMemoryMiB,
  };
}

/** High water mark of a process, where the system tells it (Linux); 0 elsewhere. */
function residentPeakMiB(pid: number | undefined): number {
  try {
    const [, kib] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kib ?? 0) / 1024;
  } catch {
    return 0;
  }
}
