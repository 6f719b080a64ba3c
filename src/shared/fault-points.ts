/**
 * Moments at which a program that dies costs most: between two steps of what must be durable. The product says that it passes
 * them, and nothing more: it reads no variable and holds no code that ends anything. Only the tests of faults listen
 * (tests/faults/harness/fault-at.ts), and tests/faults/fault-points.test.ts proves that nothing in `src` ever does.
 */
export const FAULT_POINTS = [
  /** Station: everything of the act is written, nothing is committed. */
  'save.before_commit',
  /** Station: committed, and nobody told yet. */
  'save.after_commit',
  'file.before_sync',
  'file.before_rename',
  /** Station: the file is durable, no row names it. */
  'file.before_row',
  /** Station: a snapshot was read back and named; without its note it does not count yet. */
  'snapshot.before_note',
  /** Station: the centre answered; nothing of it is noted. */
  'sync.before_settle',
  'sync.after_settle',
  /** Station: the centre has the scan; its receipt is not noted. */
  'sync.before_blob_settle',
  /** Station: half a volume is on the key, under its temporary name. */
  'batch.half_written',
  /** Station: the volume was read back, and has no name yet. */
  'batch.before_rename',
  /** Station: the volume lies on the key, and the base does not know. */
  'batch.after_rename',
  /** Centre: everything of the request is written, nothing is committed. */
  'centre.before_commit',
  /** Centre: committed, and no answer has left. */
  'centre.after_commit',
  'centre.blob_before_sync',
  'centre.blob_before_publish',
  /** Centre: the scan lies under its name, no row and no receipt. */
  'centre.blob_before_row',
  /** Centre: the ops of a batch are received, its scans are not. */
  'centre.batch_before_scans',
  /** Centre: all of a batch is received; its receipt is not written. */
  'centre.batch_before_receipt',
] as const;

export type FaultPoint = (typeof FAULT_POINTS)[number];

let listener: ((point: FaultPoint) => void) | undefined;

/** Says that a point is passed. Costs one comparison when nobody listens, which is always so outside the tests of faults. */
export function passing(point: FaultPoint): void {
  listener?.(point);
}

/** For the tests of faults alone. Undefined ends it. */
export function listenToFaultPoints(toEach: ((point: FaultPoint) => void) | undefined): void {
  listener = toEach;
}
