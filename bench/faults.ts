import { parseArgs } from 'node:util';
import { measureRestarts } from '../tests/faults/campaign/restart-times.ts';
import { runCampaign, type CampaignSize } from '../tests/faults/campaign/run-campaign.ts';
import { faultCount } from '../tests/faults/campaign/tally.ts';
import { FAULT_GOALS } from './faults/goals.ts';
import { figuresDocument, reportFigures, withGoal, type Figure } from './figures.ts';

/** Breaks everything that can break, by a seed, and counts what was lost: `npm run faults -- --count 10000 --seed 1`. */

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    /** 100 faults: that the campaign itself works. */
    quick: { type: 'boolean', default: false },
    strict: { type: 'boolean', default: false },
    /** Faults; 10,000 are a quarter of an hour's work, with 300 power losses. */
    count: { type: 'string' },
    /** Any number, the same campaign again; without it, one of the clock, that is printed. */
    seed: { type: 'string' },
  },
});

const startedAtMs = Date.now();
const seed = Number(options.seed ?? startedAtMs % 1_000_000);
const faults = Number(options.count ?? (options.quick ? 100 : 1_000));
if (!Number.isInteger(seed) || !Number.isInteger(faults) || faults < 1)
  throw new Error('--count and --seed are whole numbers.');
const say = (line: string) => void process.stderr.write(`${line}\n`);
say(`seed ${seed}`);
const tally = await runCampaign(seed, sizeOf(faults), say);
const restarts = await measureRestarts(seed);
for (const failure of tally.failures) say(failure);
const n = faultCount(tally);
const count = (name: string, value: number, of = n): Figure => ({ name, value, unit: 'count', n: of });
const figures: Figure[] = [
  count('faults', n),
  ...[...tally.faults].sort().map(([kind, value]) => count(`faults-${kebab(kind)}`, value)),
  count('power-losses', tally.powerLosses),
  count('lost', tally.wrong.lost),
  count('doubled', tally.wrong.doubled),
  count('number-collisions', tally.wrong.collisions),
  count('items-without-verdict', tally.wrong.withoutVerdict),
  count('diverged-replicas', tally.wrong.diverged),
  count('receipts-for-absent-data', tally.absent, tally.faults.get('powerLossCentre') ?? 0),
  seconds('slowest-quiescence', Math.max(0, ...tally.quiescencesMs), tally.quiescencesMs.length),
  seconds('station-usable-after-kill', restarts.stationUsableMs, 1),
  seconds('station-resumed-after-kill', restarts.stationResumedMs, 1),
  seconds('centre-back-after-kill', restarts.centreMs, 1),
];
reportFigures(
  figuresDocument(
    figures.map((figure) => withGoal(figure, FAULT_GOALS)),
    startedAtMs,
    options.quick,
  ),
  options,
);

/** Of each hundred faults three are power losses, one in six of them at the centre, whose PostgreSQL starts again each time. */
function sizeOf(count: number): CampaignSize {
  return { faults: count, stationCuts: Math.ceil(count * 0.025), centreCuts: Math.ceil(count * 0.005) };
}

function seconds(name: string, ms: number, of: number): Figure {
  return { name, value: ms / 1000, unit: 's', n: of };
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
