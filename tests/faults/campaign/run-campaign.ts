import { createRandom } from '../harness/random.ts';
import { chooseCuts } from '../power/cut-points.ts';
import { absentAtCut, recordCentre } from '../power/record-centre.ts';
import { forgetRecording, lostAtCut, recordStation } from '../power/record-station.ts';
import { playHistories } from './play-histories.ts';
import { addFaults, createTally, type Tally } from './tally.ts';

export interface CampaignSize {
  faults: number;
  stationCuts: number;
  centreCuts: number;
}

/** Cuts taken of one recording: another recording costs more than another cut. */
const STATION_CUTS_EACH = 50;
const CENTRE_CUTS_EACH = 10;

/**
 * Power cuts on both sides, and histories of the world until enough faults have happened, at once on all cores. The seed gives the
 * same cuts and the same histories again.
 */
export async function runCampaign(
  seed: number,
  size: CampaignSize,
  say: (line: string) => void,
): Promise<Tally> {
  const tally = createTally();
  const cuts = async () => {
    await cutStations(tally, seed, size.stationCuts);
    await cutCentres(tally, seed, size.centreCuts);
    say(`${tally.powerLosses} power losses`);
  };
  const { stationCuts, centreCuts, faults } = size;
  await Promise.all([cuts(), playHistories(tally, seed, faults - stationCuts - centreCuts, say)]);
  return tally;
}

async function cutStations(tally: Tally, seed: number, count: number): Promise<void> {
  for (let done = 0; done < count; done += STATION_CUTS_EACH) {
    const recording = await recordStation(seed + done, 20);
    const random = createRandom(seed + done);
    for (const cut of chooseCuts(recording, Math.min(STATION_CUTS_EACH, count - done), random)) {
      const lost = lostAtCut(recording, cut);
      tally.wrong.lost += lost.length;
      if (lost.length > 0)
        tally.failures.push(`station, seed ${seed + done}, ${JSON.stringify({ ...cut, lost })}`);
    }
    forgetRecording(recording);
  }
  addFaults(tally, 'powerLossStation', count);
  tally.powerLosses += count;
}

async function cutCentres(tally: Tally, seed: number, count: number): Promise<void> {
  for (let done = 0; done < count; done += CENTRE_CUTS_EACH) {
    const recording = await recordCentre(seed + done, 6);
    const random = createRandom(seed + done);
    for (const cut of chooseCuts(recording, Math.min(CENTRE_CUTS_EACH, count - done), random)) {
      const absent = await absentAtCut(recording, cut);
      tally.absent += absent.length;
      if (absent.length > 0)
        tally.failures.push(`centre, seed ${seed + done}, ${JSON.stringify({ ...cut, absent })}`);
    }
    forgetRecording(recording);
  }
  addFaults(tally, 'powerLossCentre', count);
  tally.powerLosses += count;
}
