/** Sizes both sides agree on (docs/protocol/sync-protocol.md, "Limits"). */
export const MAX_OPS_PER_REQUEST = 500;
/** Of the uncompressed lines. */
export const MAX_OPS_BYTES = 2 * 1024 * 1024;
export const MAX_IDS_PER_REQUEST = 500;
/** What a cut may waste of a scan. */
export const BLOB_CHUNK_BYTES = 256 * 1024;
/** A file no larger travels in one request, of which the centre keeps what came before a cut. */
export const WHOLE_BLOB_BYTES = 2 * BLOB_CHUNK_BYTES;
/** Of one request with bytes of a file. */
export const MAX_CHUNK_BYTES = 4 * BLOB_CHUNK_BYTES;
export const MAX_BLOB_BYTES = 100 * 1024 * 1024;
/** Of the values of an op, one within the other. A station nests a few; more would be too much for whoever walks through them. */
export const MAX_OP_DEPTH = 64;
/** The largest reply a station reads. */
export const MAX_REPLY_BYTES = 16 * 1024 * 1024;
/** Versions of the op this program writes and reads. */
export const OP_SCHEMAS = { min: 1, max: 1 } as const;
/** A centre may be restored from a backup this old: what it confirmed stays at the station as long again. */
export const RECEIPT_HORIZON_MS = 30 * 24 * 3_600_000;
