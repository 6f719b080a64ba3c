import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What a child answers to one question. */
interface Answer {
  id: number;
  value?: unknown;
  failure?: string;
}

/** A program of the benchmark in a process of its own: its memory and its time are its own, and it can be killed. */
export interface Child {
  pid: number;
  /** Throws what the child threw, as a sentence. */
  ask<T>(question: string, input?: unknown): Promise<T>;
  /** Ends it by itself, closing what it opened. */
  end(): Promise<void>;
  /** `kill -9`. */
  kill(): Promise<void>;
}

export function startChild(program: string, parameters: readonly string[], environment = {}): Child {
  const script = fileURLToPath(new URL(program, import.meta.url));
  const child = fork(script, parameters, {
    env: { ...process.env, ...environment },
    execArgv: profileOptions(program),
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    serialization: 'advanced',
  });
  const waiting = new Map<number, (answer: Answer) => void>();
  // What is said before it listens is lost: its first word, numbered 0, is that it does.
  const ready = new Promise<void>((resolve) => void waiting.set(0, () => resolve()));
  child.on('message', (answer: Answer) => {
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  child.on('exit', () => {
    for (const [id, settle] of waiting) settle({ id, failure: `${program} ended` });
    waiting.clear();
  });
  let asked = 0;
  const ask = async <T>(question: string, input?: unknown) => {
    await ready;
    return new Promise<T>((resolve, reject) => {
      asked += 1;
      waiting.set(asked, ({ value, failure }) =>
        failure === undefined ? resolve(value as T) : reject(new Error(failure)),
      );
      if (child.exitCode !== null || child.signalCode !== null) reject(new Error(`${program} ended`));
      else child.send({ id: asked, question, input });
    });
  };
  return {
    pid: child.pid ?? 0,
    ask,
    async end() {
      const ended = exited(child);
      await ask('end').catch(() => undefined);
      await ended;
    },
    kill() {
      child.kill('SIGKILL');
      return exited(child);
    },
  };
}

/** In a child: answers questions until it is asked to end. */
export function serve(
  answers: Readonly<Record<string, (input: never) => unknown>>,
  end: () => unknown,
): void {
  const answer = async (question: string, input: unknown): Promise<unknown> => {
    if (question === 'end') return end();
    return answers[question]?.(input as never);
  };
  process.on('message', ({ id, question, input }: { id: number; question: string; input: unknown }) => {
    void answer(question, input)
      .then((value) => process.send?.({ id, value } satisfies Answer))
      .catch((error: unknown) => process.send?.({ id, failure: String(error) } satisfies Answer))
      .finally(() => {
        if (question === 'end') process.disconnect();
      });
  });
  process.send?.({ id: 0 } satisfies Answer);
}

/** The most memory a process ever held, where the system tells it (Linux); 0 elsewhere. */
export function peakMemoryMiB(pid: number): number {
  try {
    const [, kib] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kib ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** `GUICHET_BENCH_PROFILE=folder` writes CPU profiles there, one for each thread of each process. */
function profileOptions(program: string): string[] {
  const folder = process.env['GUICHET_BENCH_PROFILE'];
  if (!folder) return [];
  return ['--cpu-prof', `--cpu-prof-dir=${join(folder, program)}`];
}

async function exited(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}
