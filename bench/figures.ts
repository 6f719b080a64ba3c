import { execFileSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';

/** One measured thing. `goal` is what was asked, never what was reached. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  n: number;
  /** With `high`: of a proportion, what holds it in 95 cases of 100; of a figure taken several times, the furthest. */
  low?: number;
  high?: number;
  goal?: string;
  met?: boolean;
  /** What must hold even where the goal is not met, and whether it does. */
  limit?: string;
  withinLimit?: boolean;
  against?: { name: string; value: number };
}

export interface FiguresDocument {
  machine: { cpus: number; memoryGiB: number; node: string };
  commit: string;
  startedAt: string;
  seconds: number;
  /** A reduced size, for continuous integration. */
  quick: boolean;
  figures: Figure[];
  /** Peers that could not be measured, and why. */
  absent?: { name: string; reason: string }[];
}

/** A proportion with its 95 % interval (Wilson), which stays right near 0 and 1. */
export function proportion(name: string, successes: number, n: number): Figure {
  if (n === 0) return { name, value: 0, unit: 'ratio', n: 0 };
  const z = 1.96;
  const share = successes / n;
  const centre = (share + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z / (1 + (z * z) / n)) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  return {
    name,
    value: share,
    unit: 'ratio',
    n,
    low: Math.max(0, centre - half),
    high: Math.min(1, centre + half),
  };
}

/** Adds what the table of goals asks, e.g. `>= 0.995`. A figure without sample meets nothing. */
export function withGoal(figure: Figure, goals: Readonly<Record<string, string>>): Figure {
  const goal = goals[figure.name];
  return goal ? { ...figure, goal, met: holds(figure, goal) } : figure;
}

/** Adds what the table of limits asks, in the same words. */
export function withLimit(figure: Figure, limits: Readonly<Record<string, string>>): Figure {
  const limit = limits[figure.name];
  return limit ? { ...figure, limit, withinLimit: holds(figure, limit) } : figure;
}

function holds({ value, n }: Figure, asked: string): boolean {
  const [comparison, limit] = asked.split(' ');
  return n > 0 && (comparison === '>=' ? value >= Number(limit) : value <= Number(limit));
}

export function figuresDocument(
  figures: Figure[],
  startedAtMs: number,
  quick: boolean,
  absent?: FiguresDocument['absent'],
): FiguresDocument {
  return {
    machine: { cpus: cpus().length, memoryGiB: Math.round(totalmem() / 2 ** 30), node: process.version },
    commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim(),
    startedAt: new Date(startedAtMs).toISOString(),
    seconds: Math.round((Date.now() - startedAtMs) / 1000),
    quick,
    figures,
    ...(absent && { absent }),
  };
}

/** A table for people, or exactly one JSON document. Exit code 3 when `strict` and a limit is passed, or a goal without one is not met. */
export function reportFigures(
  document: FiguresDocument,
  { json, strict }: { json: boolean; strict: boolean },
): void {
  process.stdout.write(json ? `${JSON.stringify(document, null, 2)}\n` : asTable(document));
  if (strict && document.figures.some(({ met, withinLimit = met }) => withinLimit === false))
    process.exitCode = 3;
}

function asTable({ figures, machine, seconds, commit, quick, absent = [] }: FiguresDocument): string {
  const rows = figures.map((figure) => [
    figure.name,
    shown(figure.value),
    figure.unit,
    figure.low === undefined || figure.high === undefined
      ? ''
      : `${shown(figure.low)} – ${shown(figure.high)}`,
    String(figure.n),
    figure.goal ?? '',
    verdict(figure),
    figure.against ? `${figure.against.name} ${shown(figure.against.value)}` : '',
  ]);
  const head = ['figure', 'value', 'unit', '95 % or furthest', 'n', 'goal', '', 'against'];
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: string[]): string =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  const about = `${machine.cpus} cores, ${machine.memoryGiB} GiB, node ${machine.node}, commit ${commit}, ${seconds} s${quick ? ', quick' : ''}`;
  return `${[line(head), ...rows.map(line), '', ...absent.map(({ name, reason }) => `${name}: absent, ${reason}`), about].join('\n')}\n`;
}

function verdict({ met, limit, withinLimit }: Figure): string {
  if (withinLimit === false) return `FAILED (${limit})`;
  return met === undefined ? '' : met ? 'met' : 'NOT MET';
}

function shown(value: number): string {
  if (Number.isInteger(value)) return String(value);
  return Math.abs(value) >= 10 ? value.toFixed(1) : value.toFixed(4);
}
