import { expect, test } from 'vitest';
import type { SecretStore } from './secret-store.ts';

export interface SecretStoreBench {
  store: SecretStore;
  /** The same adapter on another machine or for another user. */
  elsewhere: SecretStore;
}

const SECRET = Buffer.from(Array.from({ length: 32 }, (_, index) => index));

/** What keeps a copied data folder shut, whichever host seals the station's secret. */
export function testSecretStore(adapter: string, bench: () => SecretStoreBench): void {
  test(`${adapter} reveals what it protected`, async () => {
    const { store } = bench();

    expect(Buffer.from(await store.reveal(await store.protect(SECRET)))).toEqual(SECRET);
  });

  test(`${adapter} leaves no trace of the secret in what it seals`, async () => {
    const sealed = Buffer.from(await bench().store.protect(SECRET));

    expect([sealed.includes(SECRET), sealed.includes(SECRET.toString('base64'))]).toEqual([false, false]);
  });

  test(`${adapter} refuses what was sealed elsewhere`, async () => {
    const { store, elsewhere } = bench();
    await store.protect(SECRET);

    await expect(store.reveal(await elsewhere.protect(SECRET))).rejects.toMatchObject({
      code: 'database-damaged',
    });
  });

  test(`${adapter} refuses what was changed or cut`, async () => {
    const { store } = bench();
    const sealed = await store.protect(SECRET);
    const changed = Uint8Array.from(sealed);
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;

    await expect(store.reveal(changed)).rejects.toMatchObject({ code: 'database-damaged' });
    await expect(store.reveal(sealed.slice(0, 5))).rejects.toMatchObject({ code: 'database-damaged' });
  });
}
