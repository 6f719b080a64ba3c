import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createDraftSaver, type DraftContent, type DraftState } from './draft-saver.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function started(answer: () => Promise<unknown> = async () => undefined) {
  const saved: DraftContent[] = [];
  const states: DraftState[] = [];
  const saver = createDraftSaver({
    save: (content) => {
      saved.push(content);
      return answer();
    },
    onState: (state) => states.push(state),
  });
  return { saver, saved, states };
}

const typed = (birthName: string) => ({ answers: { identification: { birthName } }, step: 1 });

it('saves the last of the letters typed within a moment, under 300 ms', async () => {
  const { saver, saved, states } = started();
  for (const name of ['E', 'EX', 'EXE']) saver.changed(typed(name));
  await vi.advanceTimersByTimeAsync(300);
  expect({ saved, state: states.at(-1) }).toEqual({ saved: [typed('EXE')], state: 'saved' });
});

it('saves while somebody types without a pause, a quarter of a second behind her at most', async () => {
  const { saver, saved } = started();
  for (const name of ['E', 'EX', 'EXE', 'EXEM', 'EXEMP', 'EXEMPL']) {
    saver.changed(typed(name));
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(saved).toEqual([typed('EXE'), typed('EXEMPL')]);
});

it('saves at once when asked, and once', async () => {
  const { saver, saved } = started();
  saver.changed(typed('EXEMPLE'));
  await saver.flush();
  await vi.advanceTimersByTimeAsync(1000);
  expect(saved).toEqual([typed('EXEMPLE')]);
});

it('keeps what was refused and saves it with the next try', async () => {
  const answers = [() => Promise.reject(new Error('disk full')), async () => undefined];
  const { saver, saved, states } = started(
    () => answers.shift()?.() ?? Promise.reject(new Error('unexpected')),
  );
  saver.changed(typed('EXEMPLE'));
  await saver.flush();
  const afterRefusal = states.at(-1);
  await saver.flush();
  expect({ afterRefusal, afterRetry: states.at(-1), saved }).toEqual({
    afterRefusal: 'failed',
    afterRetry: 'saved',
    saved: [typed('EXEMPLE'), typed('EXEMPLE')],
  });
});

it('saves nothing once stopped', async () => {
  const { saver, saved } = started();
  saver.changed(typed('EXEMPLE'));
  saver.stop();
  saver.changed(typed('EXEMPLES'));
  await vi.advanceTimersByTimeAsync(1000);
  expect(saved).toEqual([]);
});
