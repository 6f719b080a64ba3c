import { GuichetError } from '#shared/errors.ts';
import { listenToFaultPoints } from '#shared/fault-points.ts';
import type { OpenStation } from '../../builders/open-station.ts';
import type { Cluster } from '../harness/cluster.ts';
import { inspect, isRegistered, type Inspection } from '../harness/inspect.ts';
import { createLedger, type Ledger } from '../harness/ledger.ts';
import { openProxy, type Proxy } from '../harness/open-proxy.ts';
import { createRandom } from '../harness/random.ts';
import { openWorldCentre, type WorldCentre } from './world-centre.ts';
import { openWorldStation, type WorldStation } from './world-station.ts';
import { STATIONS, type WorldStep } from './steps.ts';

/** Two stations, a line each of which anything may break, one centre, and the ledger of what clerks were told. */
interface World {
  centre: WorldCentre;
  proxy: Proxy;
  stations: WorldStation[];
  ledger: Ledger;
  people: number;
  /** Faults that really happened, by kind. */
  faults: Map<string, number>;
}

export interface WorldOutcome {
  inspection: Inspection;
  faults: Map<string, number>;
  /** From the last fault to the last queue empty. */
  quiescenceMs: number;
}

const QUIESCENCE_LIMIT_MS = 60_000;
const MS_PER_DAY = 86_400_000;

/** Plays the steps, heals everything, waits until every queue is empty, and looks at what is left. */
export async function playWorld(cluster: Cluster, steps: readonly WorldStep[]): Promise<WorldOutcome> {
  const world = await openWorld(cluster);
  try {
    for (const step of steps) await play(world, step);
    const healedAtMs = performance.now();
    await quiesce(world, healedAtMs + QUIESCENCE_LIMIT_MS);
    const quiescenceMs = performance.now() - healedAtMs;
    // All is at the centre: one more round brings it to every counter.
    for (const station of world.stations) await syncOnce(station.open());
    const databases = world.stations.map((station) => station.open().database);
    const inspection = await inspect(world.ledger, databases, (sql) => world.centre.rows(sql));
    return { inspection, faults: world.faults, quiescenceMs };
  } finally {
    for (const station of world.stations) station.close();
    await world.proxy.close();
    await world.centre.close();
  }
}

async function openWorld(cluster: Cluster): Promise<World> {
  const centre = await openWorldCentre(cluster);
  const proxy = await openProxy(() => centre.url());
  const stations = Array.from({ length: STATIONS }, (_, index) => openWorldStation(String(6001 + index)));
  for (const station of stations) await station.open().enrolAt(proxy.url, await centre.code());
  return { centre, proxy, stations, ledger: createLedger(), people: 0, faults: new Map() };
}

async function play(world: World, step: WorldStep): Promise<void> {
  const station = world.stations[step.station] as WorldStation;
  if ('do' in step) {
    if (step.do === 'register') register(world, station, station.open());
    else if (step.do === 'edit') edit(world, station, step.pick);
    else if (step.do === 'scan') scan(world, station, station.open(), step.pick);
    else if (step.do === 'sync') await syncOnce(station.open());
    else await world.centre.backUp();
    return;
  }
  if (await suffer(world, station, step)) {
    const name = step.fault === 'line' ? `line-${step.line.kind}` : step.fault;
    world.faults.set(name, (world.faults.get(name) ?? 0) + 1);
  }
}

/** Says whether the fault found something to break. */
async function suffer(
  world: World,
  station: WorldStation,
  step: Extract<WorldStep, { fault: string }>,
): Promise<boolean> {
  switch (step.fault) {
    case 'stationKilled':
      return killStation(world, station, step);
    case 'centreKilled':
      return killCentre(world, station, step.point);
    case 'line':
      return breakLine(world, station, step);
    case 'centreRestored':
      return world.centre.restore();
    case 'clockJump':
      station.jumpClock(step.days * MS_PER_DAY);
      return true;
    case 'diskFull':
      return fillDisk(world, station);
  }
}

function register(world: World, station: WorldStation, open: OpenStation): void {
  world.people += 1;
  const person = world.people;
  const number = open.register(person);
  station.numbers.push(number);
  world.ledger.saved({ person, number, version: 1 });
}

function pickNumber(station: WorldStation, pick: number): string | undefined {
  return station.numbers[pick % Math.max(1, station.numbers.length)];
}

function edit(world: World, station: WorldStation, pick: number): void {
  const number = pickNumber(station, pick);
  if (number === undefined) return;
  const known = world.ledger.acts().find((act) => act.number === number);
  const version = station
    .open()
    .amend(number, { 'identification.locality': `Ville ${pick} ${known?.version ?? 0}` });
  world.ledger.saved({ person: known?.person ?? 0, number, version });
}

function scan(world: World, station: WorldStation, open: OpenStation, pick: number): void {
  const number = pickNumber(station, pick);
  if (number === undefined) return;
  world.ledger.scanned(number, open.attach(number, createRandom(pick).bytes(2_000 + pick)));
}

async function killStation(
  world: World,
  station: WorldStation,
  { point, pick }: Extract<WorldStep, { fault: 'stationKilled' }>,
): Promise<boolean> {
  const before = world.people;
  const wasKilled = await station.killedAt(point, (open) => {
    if (point.startsWith('save.')) return register(world, station, open);
    if (point.startsWith('file.')) return scan(world, station, open, pick);
    return syncOnce(open);
  });
  // The clerk saw nothing: whether the registration is there is found by looking, and its number is then seen.
  const { database } = station.open();
  if (wasKilled && world.people > before && isRegistered(database, world.people)) noteFound(world, station);
  return wasKilled;
}

function noteFound(world: World, station: WorldStation): void {
  const row = station
    .open()
    .database.get('SELECT registration_number AS number FROM registration ORDER BY rowid DESC LIMIT 1');
  const number = String(row?.['number']);
  station.numbers.push(number);
  world.ledger.saved({ person: world.people, number, version: 1 });
}

async function killCentre(world: World, station: WorldStation, point: string): Promise<boolean> {
  let wasKilled = false;
  if (point.includes('blob')) scan(world, station, station.open(), world.people);
  else register(world, station, station.open());
  listenToFaultPoints((passed) => {
    if (passed !== point || wasKilled) return;
    wasKilled = true;
    world.centre.die();
    world.proxy.cutAll();
    throw new Error(`killed at ${point}`);
  });
  await syncOnce(station.open());
  listenToFaultPoints(undefined);
  if (wasKilled) await world.centre.start();
  return wasKilled;
}

async function breakLine(
  world: World,
  station: WorldStation,
  { where, line }: Extract<WorldStep, { fault: 'line' }>,
): Promise<boolean> {
  const before = world.proxy.brokenCount();
  if (where === 'POST /v1/ops ') register(world, station, station.open());
  else if (where !== 'GET /v1/hello') scan(world, station, station.open(), world.people);
  world.proxy.breakNext(where, line);
  await syncOnce(station.open());
  world.proxy.heal();
  return world.proxy.brokenCount() > before;
}

/** The base may grow no more: the act is refused, or found room in what it had. */
function fillDisk(world: World, station: WorldStation): boolean {
  const { database } = station.open();
  database.get('PRAGMA max_page_count = 1');
  try {
    register(world, station, station.open());
    return false;
  } catch (error) {
    if (error instanceof GuichetError && error.code === 'disk-full') return true;
    throw error;
  } finally {
    database.get('PRAGMA max_page_count = 4294967294');
  }
}

/** A run that fails leaves everything in the queue, and says so with one of its codes. */
async function syncOnce(station: OpenStation): Promise<void> {
  try {
    await station.sync();
  } catch (error) {
    if (!(error instanceof GuichetError)) throw error;
  }
}

async function quiesce(world: World, untilMs: number): Promise<void> {
  for (const station of world.stations) {
    const { database } = station.open();
    const waiting = () =>
      database.get(
        `SELECT 1 FROM outbox_op WHERE state = 'pending' UNION ALL SELECT 1 FROM outbox_blob WHERE state = 'pending'`,
      );
    do await syncOnce(station.open());
    while (waiting() !== undefined && performance.now() < untilMs);
  }
}
