import { parentPort } from 'node:worker_threads';
import sharp from 'sharp';
import { openFile } from '../ingest/open-file.ts';
import type { OpenFile } from '../ingest/open-file.ts';
import { Unreadable } from '../ingest/unreadable.ts';
import { readPage } from '../read-page.ts';
import type { ParsedCode, SheetFacts, SheetRefusal } from '../scan-types.ts';
import { unreadablePage } from '../unreadable-page.ts';
import type { FromWorker, SharedFile, Task, ToWorker } from './worker-messages.ts';

/** Reads one page at a time, and asks the main thread what the base knows of a code. */

const port = parentPort;
if (!port) throw new Error('scan-worker runs in a worker thread only');
// One page per core is already all that the machine can do.
sharp.concurrency(1);
sharp.cache(false);

let opened: { id: number; file: Promise<OpenFile> } | undefined;
let answer: ((facts: SheetFacts | SheetRefusal) => void) | undefined;

/** The image of a page is handed over, not copied. */
function say(message: FromWorker): void {
  const image = message.kind === 'page' ? message.page.image : undefined;
  port?.postMessage(message, image ? [image.jpeg.buffer as ArrayBuffer] : []);
}

function open({ id, bytes }: SharedFile): Promise<OpenFile> {
  if (opened?.id !== id) opened = { id, file: openFile(bytes) };
  return opened.file;
}

function lookUp(parsed: ParsedCode): Promise<SheetFacts | SheetRefusal> {
  const answered = new Promise<SheetFacts | SheetRefusal>((resolve) => {
    answer = resolve;
  });
  say({ kind: 'lookup', parsed });
  return answered;
}

async function run(task: Task): Promise<FromWorker> {
  try {
    const file = await open(task.file);
    if (task.kind === 'open') return { kind: 'opened', pages: file.pages };
    const page = await readPage(
      await file.image(task.page),
      { file: task.file.name, page: task.page },
      lookUp,
    );
    return { kind: 'page', page };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    if (task.kind === 'open') return { kind: 'refused', reason: error.code };
    return { kind: 'page', page: unreadablePage({ file: task.file.name, page: task.page }, error.code) };
  }
}

port.on('message', (message: ToWorker) => {
  if (message.kind === 'facts') answer?.(message.facts);
  // A rejection here is a defect: it ends the worker, and the pool gives the page up.
  else void run(message.task).then(say);
});

say({ kind: 'ready' });
