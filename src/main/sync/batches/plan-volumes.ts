import { tarSpace } from '#shared/protocol/tar-header.ts';
import { opLine } from '#shared/protocol/requests.ts';
import type { OpenOp } from '#main/domains/outbox/index.ts';

export interface PlannedVolume<Blob> {
  ops: OpenOp[];
  blobs: Blob[];
}

/** What a line of `ops.ndjson` adds to the canonical op: its frame, its signature, the line feed. */
const LINE_EXTRA = opLine('', 'x'.repeat(88)).length + 1;
/** Of a manifest beside its list of files, with its signature, three headers and the end of the archive; generously. */
const FRAME_BYTES = 8 * 1024;
const LISTED_BLOB_BYTES = 110;

/** Ops first, in order, then scans; a new volume when the next thing would not fit. What is alone too large is alone in its volume. */
export function planVolumes<Blob extends { size: number }>(
  { ops, blobs }: { ops: readonly OpenOp[]; blobs: readonly Blob[] },
  volumeBytes: number,
): PlannedVolume<Blob>[] {
  const volumes: PlannedVolume<Blob>[] = [];
  let filled = 0;
  const volumeFor = (bytes: number): PlannedVolume<Blob> => {
    const last = volumes.at(-1);
    if (last && filled + bytes <= volumeBytes) {
      filled += bytes;
      return last;
    }
    const fresh: PlannedVolume<Blob> = { ops: [], blobs: [] };
    volumes.push(fresh);
    filled = FRAME_BYTES + bytes;
    return fresh;
  };
  for (const op of ops) volumeFor(op.bytes + LINE_EXTRA).ops.push(op);
  for (const blob of blobs) volumeFor(tarSpace(blob.size) + LISTED_BLOB_BYTES).blobs.push(blob);
  return volumes;
}
