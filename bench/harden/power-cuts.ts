import { createRandom } from '../../tests/faults/harness/random.ts';
import { chooseCuts } from '../../tests/faults/power/cut-points.ts';
import {
  ACT_KINDS,
  forgetRecording,
  lostAtCut,
  recordStation,
  type StationRecording,
} from '../../tests/faults/power/record-station.ts';
import { count, type HardenRow, type HardenRun } from './row.ts';

/** Cuts taken of one recording: another recording costs more than another cut. */
const CUTS_EACH = 100;

/** Each kind of operation cut short at points of chance, and everything that was told looked for: acts lost, and halves of one. */
export const powerCuts: HardenRow = {
  name: 'power-cuts',
  async measure({ quick, seed, say }: HardenRun) {
    const points = quick ? 60 : 10_000;
    const byKind = new Map<string, number>(ACT_KINDS.map((kind) => [kind, 0]));
    let lost = 0;
    for (let done = 0; done < points; done += CUTS_EACH) {
      const recording = await recordStation(seed + done, 40, undefined, ACT_KINDS);
      const cuts = chooseCuts(recording, Math.min(CUTS_EACH, points - done), createRandom(seed + done));
      for (const cut of cuts) {
        const kind = actAt(recording, cut.cut);
        byKind.set(kind, (byKind.get(kind) ?? 0) + 1);
        const losses = lostAtCut(recording, cut);
        lost += losses.length;
        if (losses.length > 0) say(`power, seed ${seed + done}: ${JSON.stringify({ ...cut, losses })}`);
      }
      forgetRecording(recording);
      say(`${Math.min(points, done + CUTS_EACH)} power cuts`);
    }
    return [
      count('power-cut-lost', lost, points),
      ...[...byKind].map(([kind, cuts]) => count(`power-cuts-${kind}`, cuts, points)),
    ];
  },
};

/** What the station was doing when the power went, or had just said. */
function actAt({ told }: StationRecording, cut: number): string {
  return (told.find(({ step }) => step >= cut - 1) ?? told.at(-1))?.act.do ?? 'register';
}
