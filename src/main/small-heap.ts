import { PerformanceObserver } from 'node:perf_hooks';
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

const MIB = 1024 * 1024;

export interface HeapRoom {
  /**
   * Where new objects are laid, both halves together; it doubles from less than this. V8 lets it grow to 128 MiB where the machine has much
   * memory.
   */
  youngBytes: number;
  /** How much may be laid over what is in use, in percent of it, before what is no longer used is looked for; V8 would wait for 300. */
  growthPercent: number;
}

const STATION_ROOM: HeapRoom = { youngBytes: 8 * MIB, growthPercent: 70 };
/** Many stations ask at once, and no window waits for a collection: with the room of a station a quarter of its processor goes to them. */
export const CENTRE_ROOM: HeapRoom = { youngBytes: 16 * MIB, growthPercent: 100 };

/**
 * Keeps V8 from taking memory only because the machine has some: sending a long backlog it was the largest part of the program, at the
 * station and at the centre, and emptying a large space is a longer pause for the window. Options of the command line would do the
 * same, but Electron starts V8 before it reads any of ours. To be called by each host as early as it can.
 */
export function keepHeapSmall(room = STATION_ROOM): void {
  setFlagsFromString(`--heap-growing-percent=${room.growthPercent}`);
  let factor = 0;
  const growBy = (wanted: number) => {
    if (wanted === factor) return;
    factor = wanted;
    setFlagsFromString(`--semi-space-growth-factor=${factor}`);
  };
  // It only grows at a collection. While the program is loaded, many come before anybody is told of one.
  growBy(1);
  // The runtime keeps the observer.
  new PerformanceObserver(() => growBy(youngSize() < room.youngBytes ? 2 : 1)).observe({
    entryTypes: ['gc'],
  });
}

function youngSize(): number {
  return getHeapSpaceStatistics().find((space) => space.space_name === 'new_space')?.space_size ?? 0;
}
