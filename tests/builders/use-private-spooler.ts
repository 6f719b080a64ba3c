import { afterAll, beforeAll, vi } from 'vitest';
import { startPrivateSpooler, type PrivateSpooler } from './private-spooler.ts';

/** A spooler for the tests of a file, which is the machine's for them. The first queue is the default one. */
export function usePrivateSpooler(...queues: readonly string[]): () => PrivateSpooler {
  let spooler: PrivateSpooler | undefined;
  beforeAll(async () => {
    spooler = await startPrivateSpooler();
    vi.stubEnv('CUPS_SERVER', spooler.address);
    for (const [index, name] of queues.entries()) spooler.addQueue(name, { isDefault: index === 0 });
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await spooler?.stop();
  });
  return () => {
    if (!spooler) throw new Error('the spooler has not started yet');
    return spooler;
  };
}
