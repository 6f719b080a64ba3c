import fc from 'fast-check';
import type { FaultPoint } from '#shared/fault-points.ts';
import type { LineFault } from '../harness/open-proxy.ts';

/** What clerks do, and what happens to them. Plain data, so that a failing list can be printed, shrunk and played again. */
export type WorldStep = { station: number } & (
  | { do: 'register' }
  | { do: 'edit' | 'scan'; pick: number }
  | { do: 'sync' | 'backUp' }
  | { fault: 'stationKilled'; point: StationPoint; pick: number }
  | { fault: 'centreKilled'; point: CentrePoint }
  | { fault: 'line'; where: 'POST /v1/ops ' | 'PATCH ' | 'POST /v1/blobs' | 'GET /v1/hello'; line: LineFault }
  | { fault: 'centreRestored' }
  | { fault: 'clockJump'; days: number }
  | { fault: 'diskFull' }
);

type StationPoint = Extract<FaultPoint, `save.${string}` | `file.${string}` | `sync.${string}`>;
type CentrePoint = Extract<FaultPoint, `centre.${string}`>;

export const STATIONS = 2;

const station = fc.nat(STATIONS - 1);
const pick = fc.nat(1000);

const line: fc.Arbitrary<LineFault> = fc.oneof(
  fc.constant<LineFault>({ kind: 'loseReply' }),
  fc.nat(3000).map((bytes): LineFault => ({ kind: 'cutRequestAfter', bytes })),
  fc.nat(3000).map((bytes): LineFault => ({ kind: 'cutReplyAfter', bytes })),
  fc.constantFrom('200 OK', '502 Bad Gateway', '503 Service Unavailable').map((status): LineFault => ({
    kind: 'answerInstead',
    status,
    body: '<html><body>Bienvenue sur le réseau</body></html>',
  })),
  fc.constantFrom(1, 2, 9).map((times): LineFault => ({ kind: 'deliverAgain', times })),
  fc.constantFrom(1, 30).map((forMs): LineFault => ({ kind: 'swallow', forMs })),
);

const act: fc.Arbitrary<WorldStep> = fc.oneof(
  { arbitrary: fc.record({ do: fc.constant('register' as const), station }), weight: 4 },
  {
    arbitrary: fc.record({ do: fc.constantFrom('edit' as const, 'scan' as const), station, pick }),
    weight: 4,
  },
  { arbitrary: fc.record({ do: fc.constant('sync' as const), station }), weight: 2 },
  { arbitrary: fc.record({ do: fc.constant('backUp' as const), station }), weight: 1 },
);

const fault: fc.Arbitrary<WorldStep> = fc.oneof(
  {
    arbitrary: fc.record({
      fault: fc.constant('stationKilled' as const),
      station,
      pick,
      point: fc.constantFrom<StationPoint[]>(
        'save.before_commit',
        'save.after_commit',
        'file.before_sync',
        'file.before_rename',
        'file.before_row',
        'sync.before_settle',
        'sync.after_settle',
        'sync.before_blob_settle',
      ),
    }),
    weight: 4,
  },
  {
    arbitrary: fc.record({
      fault: fc.constant('centreKilled' as const),
      station,
      point: fc.constantFrom<CentrePoint[]>(
        'centre.before_commit',
        'centre.after_commit',
        'centre.blob_before_sync',
        'centre.blob_before_publish',
        'centre.blob_before_row',
      ),
    }),
    weight: 2,
  },
  {
    arbitrary: fc.record({
      fault: fc.constant('line' as const),
      station,
      where: fc.constantFrom(
        'POST /v1/ops ' as const,
        'PATCH ' as const,
        'POST /v1/blobs' as const,
        'GET /v1/hello' as const,
      ),
      line,
    }),
    weight: 8,
  },
  { arbitrary: fc.record({ fault: fc.constant('centreRestored' as const), station }), weight: 1 },
  {
    arbitrary: fc.record({
      fault: fc.constant('clockJump' as const),
      station,
      days: fc.constantFrom(3650, -3, 1 / 24),
    }),
    weight: 1,
  },
  { arbitrary: fc.record({ fault: fc.constant('diskFull' as const), station }), weight: 1 },
);

/** A day of bad luck, for campaigns: four faults for each act, so that what opens and inspects a history is shared by many. */
export const longHistory: fc.Arbitrary<WorldStep[]> = fc.array(
  fc.oneof({ arbitrary: act, weight: 1 }, { arbitrary: fault, weight: 4 }),
  { minLength: 100, maxLength: 180, size: 'max' },
);

/** Acts and faults, about one for one. */
export const worldSteps: fc.Arbitrary<WorldStep[]> = fc.array(fc.oneof(act, fault), {
  minLength: 8,
  maxLength: 30,
});
