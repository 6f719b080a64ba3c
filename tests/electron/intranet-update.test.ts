import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { aFolder } from '../builders/folder.ts';
import { signManifest, updateManifest } from '../../tools/write-update-manifest.mjs';
import { fetchUpdate, type Updater } from '#main/hosts/electron/updates/intranet-update.ts';
import { policyOf, type UpdatePolicy } from '#main/hosts/electron/updates/update-policy.ts';

const FEED = 'https://maj.rectorat.exemple/guichet/';
const keys = generateKeyPairSync('ed25519');
const pem = keys.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
const spki = keys.publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
const policy: UpdatePolicy = { feed: FEED, publicKey: keys.publicKey };

const registry = (values: Record<string, string>) =>
  [
    '\r\nHKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Guichet',
    ...Object.entries(values).map(([name, value]) => `    ${name}    REG_SZ    ${value}`),
  ].join('\r\n');

test('nothing is asked unless the machine names a feed, over https, with a key to judge it by', () => {
  const machines: Record<string, string>[] = [
    { UpdateKey: spki },
    { UpdateFeed: 'http://maj.rectorat.exemple/guichet/', UpdateKey: spki },
    { UpdateFeed: FEED },
    { UpdateFeed: FEED, UpdateKey: Buffer.from('not a key').toString('base64') },
  ];
  const told = machines.map((values) => policyOf(registry(values)));
  expect(told).toEqual([undefined, 'feed-not-https', 'key-not-ed25519', 'key-not-ed25519']);
  expect(
    policyOf(
      registry({ UpdateFeed: 'https://agent:secret@maj.rectorat.exemple/guichet?x=1', UpdateKey: spki }),
    ),
  ).toMatchObject({
    feed: FEED,
  });
});

/** A feed as a folder of names, and electron-updater as it was told to behave. */
function aFeed(served: Record<string, string>, offer: unknown) {
  const asked: string[] = [];
  const done: string[] = [];
  let judge: Updater['isUpdateSupported'] = () => true;
  let mayAsk: (url: string) => boolean = () => true;
  const updater = {
    netSession: {
      webRequest: {
        onBeforeRequest(
          listener: (details: { url: string }, answer: (kept: { cancel: boolean }) => void) => void,
        ) {
          mayAsk = (url) => {
            let isCancelled = false;
            listener({ url }, ({ cancel }) => (isCancelled = cancel));
            return !isCancelled;
          };
        },
      },
      fetch: async (url: string) => {
        asked.push(url);
        const found = served[url.slice(FEED.length)];
        return new Response(found ?? '', { status: found === undefined ? 404 : 200 });
      },
    },
    set isUpdateSupported(value: Updater['isUpdateSupported']) {
      judge = value;
    },
    async checkForUpdates() {
      const isUpdateAvailable = await judge(offer as never);
      return { isUpdateAvailable, updateInfo: offer };
    },
    async downloadUpdate() {
      done.push('downloaded');
    },
    quitAndInstall: (...how: boolean[]) => done.push(`installed ${how.join()}`),
  };
  return {
    updater: updater as unknown as Updater & Record<string, unknown>,
    asked,
    done,
    mayAsk: (url: string) => mayAsk(url),
  };
}

function aRelease(version: string) {
  const installer = join(aFolder(), `guichet-${version}-x64.exe`);
  writeFileSync(installer, `programme ${version}`);
  const manifest = updateManifest({ version, installer, releasedAt: '2026-11-20T10:00:00.000Z' });
  return { manifest, served: { 'latest.yml': manifest, 'latest.yml.sig': signManifest(manifest, pem) } };
}

describe('an update offered by the feed', () => {
  it('is downloaded once its signature holds, and installed only when a person says so, without a restart', async () => {
    const { manifest, served } = aRelease('0.2.0');
    const { updater, asked, done, mayAsk } = aFeed(served, JSON.parse(manifest));
    const ready = await fetchUpdate(policy, updater);
    const before = [...done];
    ready?.install();
    const { autoDownload, autoInstallOnAppQuit, allowDowngrade } = updater;
    expect({
      version: ready?.version,
      before,
      done,
      asked,
      autoDownload,
      autoInstallOnAppQuit,
      allowDowngrade,
    }).toEqual({
      version: '0.2.0',
      before: ['downloaded'],
      done: ['downloaded', 'installed true,false'],
      asked: [`${FEED}latest.yml`, `${FEED}latest.yml.sig`],
      autoDownload: false,
      autoInstallOnAppQuit: false,
      allowDowngrade: false,
    });
    expect([
      mayAsk(`${FEED}guichet.exe`),
      mayAsk('https://github.com/x'),
      mayAsk('http://maj.rectorat.exemple/guichet/x'),
    ]).toEqual([true, false, false]);
  });

  it.for([
    ['signed by another key', { 'latest.yml.sig': signManifest('{}', pem) }, {}],
    ['other bytes than those signed', {}, { version: '0.3.0' }],
    ['without a signature', { 'latest.yml.sig': undefined }, {}],
  ] as const)('is refused %s, and nothing is downloaded', async ([, changes, offered]) => {
    const { manifest, served } = aRelease('0.2.0');
    const left = Object.fromEntries(
      Object.entries({ ...served, ...changes }).filter(
        (entry): entry is [string, string] => entry[1] !== undefined,
      ),
    );
    const { updater, done } = aFeed(left, { ...(JSON.parse(manifest) as object), ...offered });
    await expect(fetchUpdate(policy, updater)).rejects.toThrow();
    expect(done).toEqual([]);
  });
});

test('electron-updater reads the manifest as it was meant', () => {
  const { manifest } = aRelease('0.2.0');
  const { parseUpdateInfo, getFileList } = createRequire(import.meta.url)(
    'electron-updater/out/providers/Provider.js',
  ) as {
    parseUpdateInfo(text: string, name: string, url: URL): { version: string };
    getFileList(info: object): { url: string; isAdminRightsRequired: boolean }[];
  };
  const info = parseUpdateInfo(manifest, 'latest.yml', new URL(FEED));
  expect([info.version, getFileList(info)]).toMatchObject([
    '0.2.0',
    [{ url: 'guichet-0.2.0-x64.exe', isAdminRightsRequired: true }],
  ]);
});
