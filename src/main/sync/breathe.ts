import { setImmediate as nextTurn } from 'node:timers/promises';

/**
 * Lets what the window asked meanwhile go first. A run is a chain of promises, which alone would keep the thread from one reply to the
 * next: every piece of it that takes tens of milliseconds ends here.
 */
export async function breathe(): Promise<void> {
  await nextTurn();
}
