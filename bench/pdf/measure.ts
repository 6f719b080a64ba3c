import { renderConfirmationPdf } from '#main/documents/confirmation/index.ts';
import type { SheetLayout } from '#shared/sheet/layout.ts';
import type { Figure } from '../figures.ts';
import { PEERS } from './peers.ts';
import { SHEETS, fieldCount, sheetOf, type SheetKind } from './sheet.ts';

/** Before counting: fonts are parsed and code is compiled once in the life of the program. */
const WARM_UP = 20;

const ours = (layout: SheetLayout) =>
  renderConfirmationPdf(layout, {
    issuedAtMs: Date.UTC(2026, 10, 9),
    author: 'Académie fictive',
    attachment: { name: 'inscription.json', json: '{"birthName":"EXEMPLE"}' },
  });

/** Laying out and drawing one confirmation, ours against each other maker of PDF, turn by turn so that all meet the same machine. */
export async function measureOne(kind: SheetKind, rounds: number): Promise<Figure[]> {
  const makers = { ours, ...PEERS };
  const timesMs = new Map(Object.keys(makers).map((name) => [name, [] as number[]]));
  for (let round = -WARM_UP; round < rounds; round++) {
    for (const [name, make] of Object.entries(makers)) {
      const startedAtMs = performance.now();
      await make(sheetOf(kind, round + WARM_UP));
      if (round >= 0) timesMs.get(name)?.push(performance.now() - startedAtMs);
    }
  }
  const at = (name: string, share: number) => quantile(timesMs.get(name) ?? [], share);
  const figure = (name: string, value: number): Figure => ({ name, value, unit: 'ms', n: rounds });
  return [
    figure(`confirmation-${kind}-p50`, at('ours', 0.5)),
    figure(`confirmation-${kind}-p95`, at('ours', 0.95)),
    ...Object.keys(PEERS).map((name) => ({
      ...figure(`confirmation-${kind}-p50-${name}`, at(name, 0.5)),
      against: { name: 'ours', value: at('ours', 0.5) },
    })),
    { name: `confirmation-${kind}-fields`, value: fieldCount(sheetOf(kind, 0)), unit: 'fields', n: 1 },
  ];
}

/** Ours alone: each time that laying out and drawing took. */
export async function timesOfOurs(kind: SheetKind, rounds: number): Promise<number[]> {
  const timesMs: number[] = [];
  for (let round = -WARM_UP; round < rounds; round++) {
    const startedAtMs = performance.now();
    await ours(sheetOf(kind, round + WARM_UP));
    if (round >= 0) timesMs.push(performance.now() - startedAtMs);
  }
  return timesMs;
}

/** Many, one after the other as a job makes them; what the process holds after a tenth of them, and at the end. */
export async function measureMany(count: number): Promise<Figure[]> {
  const startedAtMs = performance.now();
  let afterATenth = 0;
  for (let index = 0; index < count; index++) {
    await ours(sheetOf('two-pages', index));
    if (index === Math.floor(count / 10)) afterATenth = heldMiB();
  }
  const seconds = (performance.now() - startedAtMs) / 1000;
  return [
    { name: 'thousand-confirmations', value: (seconds * 1000) / count, unit: 's', n: count },
    {
      name: 'thousand-confirmations-memory-growth',
      value: Math.max(0, heldMiB() - afterATenth),
      unit: 'MiB',
      n: 1,
    },
  ];
}

function heldMiB(): number {
  return process.memoryUsage.rss() / 2 ** 20;
}

function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length * share) - 1] ?? 0;
}

export const KINDS = Object.keys(SHEETS) as SheetKind[];
