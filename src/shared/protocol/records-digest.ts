/**
 * One hash over all registrations, computed alike by a station and by the centre: equal hashes mean equal registrations.
 * Formula: SHA-256 of the lines `number:version:answersHash`, sorted, joined by line feeds; `answersHash` is the SHA-256 of
 * the canonical (JCS) table dotted path → answer, without what is empty (the `changes` of ops use the same paths).
 */
export interface RecordState {
  registrationNumber: string;
  version: number;
  answersSha256: string;
}

export function recordsDigest(records: Iterable<RecordState>, sha256: (text: string) => string): string {
  const lines = Array.from(
    records,
    (record) => `${record.registrationNumber}:${record.version}:${record.answersSha256}`,
  );
  return sha256(lines.sort().join('\n'));
}
