import { describe, expect, it } from 'vitest';
import { GuichetError } from '#shared/errors.ts';
import type { Job } from '#shared/contract/jobs.ts';
import { createJobRunner } from './job-runner.ts';

function aRunner() {
  const seen: Job[] = [];
  return { runner: createJobRunner((job) => seen.push(job)), seen };
}

describe('a job', () => {
  it('tells its progress and keeps its result', async () => {
    const { runner, seen } = aRunner();
    const id = runner.start('essai', ({ report }) => {
      report({ done: 1, total: 2, label: 'la moitié' });
      return Promise.resolve({ pages: 2 });
    });
    await runner.settle();
    expect([seen.map((job) => job.state), runner.get(id).result]).toEqual([
      ['running', 'done'],
      { pages: 2 },
    ]);
  });

  it('stops where it can when it is cancelled', async () => {
    const { runner } = aRunner();
    const id = runner.start(
      'essai',
      ({ signal }) =>
        new Promise((_, reject) =>
          signal.addEventListener('abort', () => reject(new GuichetError('cancelled'))),
        ),
    );
    await Promise.resolve();
    runner.cancel(id);
    await runner.settle();
    expect(runner.get(id).state).toBe('cancelled');
  });

  it('ends failed, with its code, when the work throws', async () => {
    const { runner } = aRunner();
    const id = runner.start('essai', () => Promise.reject(new GuichetError('disk-full')));
    await runner.settle();
    expect([runner.get(id).state, runner.get(id).error]).toEqual(['failed', { code: 'disk-full' }]);
  });

  it('that meets what nobody foresaw ends failed as a command does, and tells of it with its kind', async () => {
    const told: unknown[] = [];
    const runner = createJobRunner(
      () => undefined,
      (error, kind) => told.push(kind, error),
    );
    const defect = new TypeError('x is not a function');
    const id = runner.start('essai', () => Promise.reject(defect));
    await runner.settle();
    expect([runner.get(id).error, told]).toEqual([{ code: 'internal' }, ['essai', defect]]);
  });

  it('that nobody knows is an error with a code', () => {
    expect(() => aRunner().runner.get('x')).toThrow(expect.objectContaining({ code: 'unknown-job' }));
  });
});
