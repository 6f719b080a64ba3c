import { cpSync } from 'node:fs';
import type { TestCentral } from './central.ts';
import { aFolder } from './folder.ts';
import { aKey } from './key.ts';
import { createStation, openStation, type OpenStation } from './open-station.ts';

/** A counter whose disk was copied while it was enrolled, with one registration the centre has; both go on. */
export async function aClonedCounter(
  central: TestCentral,
  url = central.url,
): Promise<{ original: OpenStation; clone: OpenStation }> {
  const key = aKey();
  const place = { folder: aFolder(), key };
  const copy = { folder: aFolder(), key };
  createStation(place);
  const before = openStation(place);
  await before.enrolAt(url, await central.code());
  before.register(1);
  await before.sync();
  before.close();
  cpSync(place.folder, copy.folder, { recursive: true });
  return { original: openStation(place), clone: openStation(copy) };
}
