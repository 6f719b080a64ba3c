import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PageReading } from '#shared/contract/page-reading.ts';
import { stackResultSchema } from '#shared/contract/returns.ts';
import { fieldClassOf } from '#shared/fields/catalogue.ts';
import { counted } from '#shared/sentences/counted.ts';
import type { SeededRandom } from '#simulator/seeded-random.ts';
import type { TruePage } from '#simulator/plan/truth.ts';
import type { UnlockedCore } from '../command.ts';
import { waitForJob } from '../wait-for-job.ts';
import { redFieldsOf } from './compare-readings.ts';
import type { DemoClock } from './demo-clock.ts';
import type { DemoWindow } from './demo-choices.ts';
import { inventCorrection, inventPerson } from './invent-people.ts';
import { signSheet, type DemoCorrection, type SignedScan } from './sign-sheet.ts';

export interface DemoStage {
  station: UnlockedCore;
  clock: DemoClock;
  random: SeededRandom;
  folders: { sheets: string; scans: string };
  say(text: string): void;
}

export interface PlayedWindow {
  title: string;
  registered: number;
  sheets: number;
  readings: { reading: PageReading; truth: TruePage }[];
  newVersions: number;
}

interface Registered {
  number: string;
  correction: DemoCorrection | undefined;
}

/** One window from its opening: people register, papers are printed, come back, are read, and corrections accepted. */
export async function playWindow(
  stage: DemoStage,
  window: DemoWindow,
  first: number,
  count: number,
): Promise<PlayedWindow> {
  const { clock, station } = stage;
  clock.moveTo(window.registeredAtMs);
  const registered = await registerPeople(stage, window, first, count);
  const scans: SignedScan[] = [];
  for (const one of registered) scans.push(...(await printAndSign(stage, one)));

  clock.moveTo(window.returnedAtMs);
  const files = scans.map(({ name, bytes }) => ({ name, bytes }));
  const { jobId, stackId } = await station.call('returns.read', { files });
  const result = await waitForJob(station, jobId, (job) =>
    stage.say(`  lecture ${job.done}/${files.length}`),
  );
  const { readings } = stackResultSchema.parse(result);
  const newVersions = await acceptPages(station, { stackId, readings }, registered, scans);
  await printNewVersions(stage, registered);
  const truths = new Map(scans.map((scan) => [scan.name, scan.truth]));
  return {
    title: window.campaign.title,
    registered: registered.length,
    sheets: registered.length + newVersions,
    readings: readings.flatMap((reading) => {
      const truth = truths.get(reading.file);
      return truth ? [{ reading, truth }] : [];
    }),
    newVersions,
  };
}

async function registerPeople(
  { station, random, say }: DemoStage,
  window: DemoWindow,
  first: number,
  count: number,
): Promise<Registered[]> {
  const registered: Registered[] = [];
  for (let index = first; index < first + count; index += 1) {
    const own = random.fork(`person ${index}`);
    const answers = inventPerson(index, own.pick(window.choices), own);
    const { registrationNumber } = await station.call('registrations.register', { answers });
    registered.push({
      number: registrationNumber,
      correction: index % 2 === 0 ? inventCorrection(own) : undefined,
    });
  }
  say(`${window.campaign.title} : ${counted(registered.length, 'inscription')}`);
  return registered;
}

async function printAndSign(
  { station, random, folders }: DemoStage,
  { number, correction }: Registered,
): Promise<SignedScan[]> {
  const { pdf, layout, fileName } = await station.call('confirmations.issue', { number });
  writeFileSync(join(folders.sheets, fileName), pdf);
  return signSheet({
    pdf,
    layout,
    correction,
    random: random.fork(`sheet ${number}`),
    folder: folders.scans,
  });
}

/**
 * Plays the person at the Retours screen: she sees the scan, so she knows what was written and whether it is signed; she
 * accepts each first page, with the correction when the reader flagged its field.
 */
async function acceptPages(
  station: UnlockedCore,
  { stackId, readings }: { stackId: string; readings: PageReading[] },
  registered: Registered[],
  scans: SignedScan[],
): Promise<number> {
  let newVersions = 0;
  for (const page of await station.call('returns.list', { stackId })) {
    const reading = readings.find((one) => one.file === page.file && one.page === page.filePage);
    const scan = scans.find((one) => one.name === page.file);
    const owner = registered.find((one) => one.number === page.registrationNumber);
    if (!reading || !scan || !owner || page.status !== 'matched' || page.sheetPage !== 1) continue;
    const { correction } = owner;
    const isFlagged = correction !== undefined && redFieldsOf(reading.marks).has(correction.path);
    const accepted = await station.call('returns.accept', {
      id: page.id,
      signed: scan.truth.signature === 'present',
      dated: scan.truth.date === 'present',
      changes: isFlagged ? { [correction.path]: correction.value } : {},
      seenMarks: [...reading.marks.keys()],
      ...(isFlagged && fieldClassOf(correction.path) === 'identity'
        ? { pieceSeen: 'identityCard' as const }
        : {}),
    });
    if (accepted.newVersion) newVersions += 1;
  }
  return newVersions;
}

async function printNewVersions({ station, folders }: DemoStage, registered: Registered[]): Promise<void> {
  for (const { number } of registered) {
    const { version } = await station.call('registrations.get', { number });
    if (version === 1) continue;
    const { pdf, fileName } = await station.call('confirmations.issue', { number });
    writeFileSync(join(folders.sheets, fileName), pdf);
  }
}
