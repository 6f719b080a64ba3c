import { FAULT_POINTS, listenToFaultPoints } from '#shared/fault-points.ts';

// Loaded before a program of the tests (`node --import …/fault-at.ts program.ts`): with FAULT_AT=save.after_commit:7 it kills
// itself, as kill -9 would, the seventh time it passes that point. The product itself reads no such variable.
const [point = '', passings = '1'] = (process.env['FAULT_AT'] ?? '').split(':');
if (point !== '') {
  if (!FAULT_POINTS.some((known) => known === point)) throw new Error(`no fault point ${point}`);
  let left = Number(passings);
  listenToFaultPoints((passed) => {
    if (passed !== point) return;
    left -= 1;
    if (left === 0) process.kill(process.pid, 'SIGKILL');
  });
}
