import { rotateKey } from '#main/sync/index.ts';
import type { SyncStation } from './sync-station.ts';

/**
 * Changes its key, sends that, and is then the other machine, which holds the key of before and changes it too. `meanwhile`: what the first
 * machine does before.
 */
export async function forkKey(
  station: SyncStation,
  meanwhile: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const row = station.database.get('SELECT signing_key, signing_public_key FROM station') ?? {};
  rotateKey(station.context);
  await station.sync();
  await meanwhile();
  station.database.run('DELETE FROM station_key_change');
  station.database.run(
    'UPDATE station SET signing_key = ?, signing_public_key = ?',
    row['signing_key'] as Uint8Array,
    row['signing_public_key'] as Uint8Array,
  );
  rotateKey(station.context);
  station.register();
}
