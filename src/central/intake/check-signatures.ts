import { Worker } from 'node:worker_threads';
import { packClaims, type SignedClaim } from './signed-claim.ts';

interface Checker {
  worker: Worker;
  /** Answered in the order they were asked. */
  asked: PromiseWithResolvers<boolean[]>[];
}

let checker: Checker | undefined;

/**
 * Which of these signatures are good, in their order. By libsodium, which needs half the time of Node's OpenSSL, on a thread of its own: it
 * is still a quarter of what the centre does with an op (docs/adr/0014). Throws when that thread ends; the next call starts another.
 */
export function areSigned(claims: readonly SignedClaim[]): Promise<boolean[]> {
  checker ??= startChecker();
  const { worker, asked } = checker;
  const answer = Promise.withResolvers<boolean[]>();
  asked.push(answer);
  const packed = packClaims(claims).buffer;
  // A program waits for its answers, and not for a thread that has nothing to do.
  worker.ref();
  worker.postMessage(packed, [packed]);
  return answer.promise;
}

function startChecker(): Checker {
  const worker = new Worker(new URL('./signature-worker.ts', import.meta.url), {
    resourceLimits: { maxYoungGenerationSizeMb: 2 },
  });
  const asked: Checker['asked'] = [];
  worker.on('message', (verdicts: boolean[]) => {
    asked.shift()?.resolve(verdicts);
    if (asked.length === 0) worker.unref();
  });
  let failure: unknown;
  worker.on('error', (error: unknown) => {
    failure = error;
  });
  worker.on('exit', (code) => {
    checker = undefined;
    for (const { reject } of asked.splice(0))
      reject(new Error(`the thread that checks signatures ended (${code})`, { cause: failure }));
  });
  return { worker, asked };
}
