import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { GuichetError } from '#shared/errors.ts';
import type { ScannedFile } from '#main/ports/scanner.ts';
import { makePageFolder } from '../page-folder.ts';
import { programAbsent, saneEnvironment } from './ask-scanimage.ts';
import { ranOut, saneFault } from './sane-fault.ts';

/** The slowest flatbeds take a minute for a page at 600 dpi; one that gives nothing for longer is not there any more. */
const PAGE_TIMEOUT_MS = 120_000;
/** Time for the driver to park its head and let go of the device. */
const PARTING_MS = 5_000;
const WORDS_KEPT = 20_000;

interface Run {
  signal: AbortSignal;
  /** One page was asked for: a feeder that has none is a fault even so. */
  isSingle: boolean;
}

/** Each page as scanimage finishes it: in batch mode it names a file only once it is whole. */
export async function* runScanimage(command: string, args: string[], run: Run): AsyncGenerator<ScannedFile> {
  const folder = makePageFolder();
  const child = spawn(command, [...args, `--batch=${join(folder.path, 'page-%d.jpg')}`, '--batch-print'], {
    env: saneEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ending = watchEnd(child);
  const watch = watchSilence(child);
  const cancel = () => stop(child);
  run.signal.addEventListener('abort', cancel, { once: true });
  try {
    let pages = 0;
    for await (const line of createInterface({ input: child.stdout })) {
      watch.heard();
      // What it says it wrote is read only where we told it to write.
      if (dirname(line) !== folder.path) continue;
      const path = join(folder.path, basename(line));
      const bytes = new Uint8Array(readFileSync(path));
      rmSync(path);
      pages += 1;
      yield { name: `page-${pages}.jpg`, bytes };
    }
    const { exitCode, words, failure } = await ending;
    if (failure) throw failure;
    if (run.signal.aborted) throw new GuichetError('cancelled');
    if (watch.wasSilent()) throw new GuichetError('scanner-gone');
    if (pages > 0 && (exitCode === 0 || ranOut(words))) return;
    throw saneFault(words, exitCode);
  } finally {
    run.signal.removeEventListener('abort', cancel);
    watch.end();
    stop(child);
    await ending;
    folder.remove();
  }
}

interface Ending {
  exitCode: number | null;
  words: string;
  failure: GuichetError | undefined;
}

function watchEnd(child: ChildProcess): Promise<Ending> {
  let words = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    words = (words + text).slice(-WORDS_KEPT);
  });
  return new Promise((resolve) => {
    child.once('error', () => resolve({ exitCode: null, words, failure: programAbsent() }));
    child.once('close', (exitCode) => resolve({ exitCode, words, failure: undefined }));
  });
}

function watchSilence(child: ChildProcess) {
  let isSilent = false;
  const timer = setTimeout(() => {
    isSilent = true;
    stop(child);
  }, PAGE_TIMEOUT_MS);
  return { heard: () => void timer.refresh(), wasSilent: () => isSilent, end: () => clearTimeout(timer) };
}

/** SIGINT lets scanimage end the page and park the head; it is killed when it does not. */
function stop(child: ChildProcess): void {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  child.kill('SIGINT');
  const timer = setTimeout(() => child.kill('SIGKILL'), PARTING_MS);
  child.once('exit', () => clearTimeout(timer));
}
