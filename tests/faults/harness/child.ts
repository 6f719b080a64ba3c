import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** A program of ours in a process that can be killed; it answers each line with a line. */
export interface Child {
  process: ChildProcess;
  /** Its next line; undefined when it ended without one. */
  answer(): Promise<string | undefined>;
  ask(request: unknown): Promise<string | undefined>;
  /** Waits for its end, whatever brings it. */
  ended(): Promise<void>;
  /** SIGKILL, and waits for its end. */
  kill(): Promise<void>;
  /** Closes its input, and waits for its end. */
  finish(): Promise<void>;
}

const FAULT_AT = fileURLToPath(new URL('fault-at.ts', import.meta.url));

/** `program` is a path; `env` is added to this process's own. */
export function startChild(program: string, words: string[], env: Record<string, string> = {}): Child {
  const child = spawn(process.execPath, ['--import', pathToFileURL(FAULT_AT).href, program, ...words], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  });
  // Writing to a process that was killed is no failure of the test.
  child.stdin.on('error', () => undefined);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ended = once(child, 'exit');
  const answer = async () => {
    const { value, done } = await lines.next();
    return done === true ? undefined : value;
  };
  return {
    process: child,
    answer,
    ask(request) {
      child.stdin.write(`${JSON.stringify(request)}\n`);
      return answer();
    },
    async ended() {
      await ended;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    async finish() {
      child.stdin.end();
      await ended;
    },
  };
}
