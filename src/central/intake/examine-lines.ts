import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { ExaminedLine, Sender } from './examine-line.ts';
import type { Answered, Asked } from './examine-worker.ts';
import { Refusal } from '../refusal.ts';

interface Examiner {
  worker: Worker;
  /** Answered in the order they were asked. */
  asked: PromiseWithResolvers<Answered>[];
}

let examiner: Examiner | undefined;

/** Half of the space where the thread lays new objects. What it makes of a line dies with it: with one, emptying it was a sixth of its time. */
const YOUNG_MIB = 4;

/**
 * What each line of an NDJSON body is worth, in their order. On a thread of its own: it is half of what the centre does with an op, and
 * needs nothing of the base (docs/adr/0014). Throws Refusal `too-large`, `too-many`, `bad-request`, and when that thread ends; the next call
 * starts another.
 */
export async function examineLines(
  body: Uint8Array,
  sender: Sender,
  isCompressed: boolean,
): Promise<ExaminedLine[]> {
  const answered = await ask({ body: new Uint8Array(body), isCompressed, sender });
  if ('refusal' in answered) throw new Refusal(answered.refusal);
  if ('fault' in answered) throw answered.fault;
  return answered.lines;
}

function ask(question: Asked & { body: Uint8Array<ArrayBuffer> }): Promise<Answered> {
  examiner ??= startExaminer();
  const { worker, asked } = examiner;
  const answer = Promise.withResolvers<Answered>();
  // A program waits for its answers, and not for a thread that has nothing to do.
  worker.ref();
  worker.postMessage(question, [question.body.buffer]);
  asked.push(answer);
  return answer.promise;
}

function startExaminer(): Examiner {
  // Read when a thread starts, and no other does: the space of the program itself is kept small (`small-heap`).
  setFlagsFromString(`--min-semi-space-size=${YOUNG_MIB}`);
  const worker = new Worker(new URL('./examine-worker.ts', import.meta.url));
  const asked: Examiner['asked'] = [];
  worker.on('message', (answer: Answered) => {
    asked.shift()?.resolve(answer);
    if (asked.length === 0) worker.unref();
  });
  let failure: unknown;
  worker.on('error', (error: unknown) => {
    failure = error;
  });
  worker.on('exit', (code) => {
    examiner = undefined;
    for (const { reject } of asked.splice(0))
      reject(new Error(`the thread that examines ops ended (${code})`, { cause: failure }));
  });
  return { worker, asked };
}
