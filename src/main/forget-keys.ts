import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Long enough for whoever still holds one to let it go. */
const DELAY_MS = 1_000;

/** Two hundred kilobytes of them and more; the cipher of SQLite leaves what it computed with some twenty kilobytes deep. */
const FRAMES = 2_000;

let collect: (() => void) | undefined;
let isComing = false;

/**
 * A key that Node's crypto holds is overwritten by OpenSSL when its object is collected. A station that was shut has nothing to do, and V8
 * would not collect for hours. What native code left of one below the end of the stack is written over too.
 */
export function forgetKeysSoon(): void {
  if (isComing) return;
  isComing = true;
  setTimeout(() => {
    isComing = false;
    // Told at run time: Electron starts V8 before it reads options.
    setFlagsFromString('--expose-gc');
    collect ??= runInNewContext('gc') as () => void;
    collect();
    writeOverStack(FRAMES);
  }, DELAY_MS).unref();
}

function writeOverStack(frames: number): number {
  return frames === 0 ? 0 : 1 + writeOverStack(frames - 1);
}
