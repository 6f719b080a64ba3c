import { readdirSync, readFileSync } from 'node:fs';

const TICKS_PER_SECOND = 100;

/** Processor seconds of a process and of all it started that still run (Linux). */
export function processorSeconds(pid: number): number {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => [Number(name), statOf(Number(name))] as const),
  );
  const isUnder = (one: number): boolean => {
    if (one === pid) return true;
    const parent = parents.get(one)?.parent;
    return parent !== undefined && parent > 1 && isUnder(parent);
  };
  return [...parents].reduce((total, [one, { seconds }]) => (isUnder(one) ? total + seconds : total), 0);
}

function statOf(pid: number): { parent: number; seconds: number } {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // After the name, which may hold anything: state, parent, and eleven on, the time in and for it.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return {
      parent: Number(fields[1]),
      seconds: (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND,
    };
  } catch {
    return { parent: 0, seconds: 0 };
  }
}
