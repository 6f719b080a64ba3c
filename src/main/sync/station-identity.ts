import { createPrivateKey, type KeyObject } from 'node:crypto';
import { bytesOf, numberOf, textOf } from '#main/database/columns.ts';
import type { ReadableDatabase } from '#main/database/types.ts';

/** Who this station is to the centre. */
export interface StationIdentity {
  stationId: string;
  privateKey: KeyObject;
  /** Base64 of SPKI DER. */
  publicKey: string;
  name: string;
  office: string;
  academyCode: string;
  block: string;
  training: boolean;
}

export function readIdentity(database: ReadableDatabase): StationIdentity {
  const row = database.get('SELECT * FROM station WHERE id = 1') ?? {};
  return {
    stationId: textOf(row, 'station_id'),
    privateKey: createPrivateKey({
      key: Buffer.from(bytesOf(row, 'signing_key')),
      format: 'der',
      type: 'pkcs8',
    }),
    publicKey: Buffer.from(bytesOf(row, 'signing_public_key')).toString('base64'),
    name: textOf(row, 'name'),
    office: textOf(row, 'office'),
    academyCode: textOf(row, 'academy_code'),
    block: textOf(row, 'block'),
    training: numberOf(row, 'training') === 1,
  };
}
