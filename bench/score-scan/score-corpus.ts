import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PageTally } from './page-tally.ts';
import type { SheetScore } from './score-sheet.ts';

export interface CorpusSize {
  /** Numbers of the sheets; each comes back once from each population. */
  from: number;
  sheets: number;
  /** Scanned at 200 dpi at most, but for one sheet in four. */
  light: boolean;
}

export interface CorpusScore {
  tally: PageTally;
  errorsMm: number[];
  pages: number;
}

type FromProcess = { kind: 'score'; score: SheetScore } | { kind: 'done' };

const PROCESSES = 2;
const FULL_RESOLUTION_EVERY = 4;
/**
 * The C library's own limit gives large blocks back to the system at once, and the pages of a corpus would pay for fresh memory
 * each time: three quarters of what they cost.
 */
const KEEP_MEMORY = 'glibc.malloc.mmap_threshold=33554432:glibc.malloc.trim_threshold=2000000000';

/** Plays and reads the corpus in two processes. `out`: a folder for the pages that were read wrong. */
export async function scoreCorpus(size: CorpusSize, out?: string): Promise<CorpusScore> {
  const score: CorpusScore = { tally: new PageTally(), errorsMm: [], pages: 0 };
  const numbers = Array.from({ length: size.sheets }, (_, index) => size.from + index);
  const take = (sheet: SheetScore): void => {
    score.tally.addAll(sheet.counts);
    score.errorsMm.push(...sheet.errorsMm);
    score.pages += sheet.pages;
    if (out !== undefined) keepFaulty(out, sheet);
  };
  await Promise.all(Array.from({ length: PROCESSES }, () => runProcess(numbers, size.light, take)));
  return score;
}

/** Gives a process one number after the other. Rejects when it dies. */
function runProcess(numbers: number[], light: boolean, take: (score: SheetScore) => void): Promise<void> {
  const child = fork(fileURLToPath(new URL('score-process.ts', import.meta.url)), [], {
    serialization: 'advanced',
    env: { ...process.env, GLIBC_TUNABLES: KEEP_MEMORY },
    execArgv: [],
  });
  return new Promise((resolve, reject) => {
    child.on('message', (message: FromProcess) => {
      if (message.kind === 'score') take(message.score);
      else giveNext(child, numbers, light);
    });
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`scoring ended with ${code}`))));
    giveNext(child, numbers, light);
  });
}

function giveNext(child: ChildProcess, numbers: number[], light: boolean): void {
  const number = numbers.shift();
  if (number === undefined) child.disconnect();
  else child.send({ number, light: light && number % FULL_RESOLUTION_EVERY !== 0 });
}

function keepFaulty(out: string, { faulty }: SheetScore): void {
  mkdirSync(out, { recursive: true });
  for (const { name, bytes, faults } of faulty) {
    writeFileSync(join(out, name), bytes);
    const lines = [name, ...faults.map((fault) => `  ${fault}`), ''];
    appendFileSync(join(out, 'faults.txt'), lines.join('\n'));
  }
}
