import type { Figure } from '../figures.ts';
import { openWindow, unlock } from './desk-window.ts';
import type { DeskProgram } from './desk-program.ts';
import { waitsOf } from './waits.ts';

/** From nothing running, neither program nor browser, to the first letter in the first field; then the passphrase, to the home screen. */
export async function measureStarts(start: () => Promise<DeskProgram>, rounds: number): Promise<Figure[]> {
  const whole: number[] = [];
  const served: number[] = [];
  const unlocked: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const startedAtMs = performance.now();
    const program = await start();
    served.push(performance.now() - startedAtMs);
    const window = await openWindow(program.url);
    await window.page.locator('input[type=password]:focus').waitFor();
    await window.page.keyboard.press('x');
    await window.ask('takeKeyWaits');
    whole.push(performance.now() - startedAtMs);
    await window.page.keyboard.press('Backspace');
    unlocked.push(await unlock(window));
    await window.close();
    await program.end();
  }
  return [
    ...waitsOf('cold-start', whole),
    ...waitsOf('cold-start-program', served),
    ...waitsOf('unlock-to-home', unlocked),
  ];
}
