import type { NsisUpdater } from 'electron-updater';
import { isOfferSigned, UPDATE_MANIFEST, UPDATE_SIGNATURE } from './signed-manifest.ts';
import type { UpdatePolicy } from './update-policy.ts';

/** The part of electron-updater that is used. */
export type Updater = Pick<
  NsisUpdater,
  | 'autoDownload'
  | 'autoInstallOnAppQuit'
  | 'autoRunAppAfterInstall'
  | 'allowDowngrade'
  | 'allowPrerelease'
  | 'disableWebInstaller'
  | 'disableDifferentialDownload'
  | 'isUpdateSupported'
  | 'logger'
  | 'netSession'
  | 'checkForUpdates'
  | 'downloadUpdate'
  | 'quitAndInstall'
>;

/** Downloaded, and proven; installed when a person says so, and the program does not start again by itself. */
export interface ReadyUpdate {
  version: string;
  install(): void;
}

/** Asks the feed once. Undefined when it has nothing newer; rejects when what it offers is not signed, or it does not answer. */
export async function fetchUpdate(policy: UpdatePolicy, updater: Updater): Promise<ReadyUpdate | undefined> {
  Object.assign(updater, {
    autoDownload: false,
    autoInstallOnAppQuit: false,
    autoRunAppAfterInstall: false,
    allowDowngrade: false,
    allowPrerelease: false,
    disableWebInstaller: true,
    disableDifferentialDownload: true,
    logger: null,
  } satisfies Partial<Updater>);
  // Wherever the feed would lead: nothing outside it is asked.
  updater.netSession.webRequest.onBeforeRequest(({ url }, answer) =>
    answer({ cancel: !url.startsWith(policy.feed) }),
  );
  updater.isUpdateSupported = async (offer) => {
    if (await isSigned(offer, policy, updater)) return true;
    throw new Error('The update offered is not signed by the key of this machine’s policy.');
  };
  const found = await updater.checkForUpdates();
  if (!found?.isUpdateAvailable) return undefined;
  await updater.downloadUpdate();
  return { version: found.updateInfo.version, install: () => updater.quitAndInstall(true, false) };
}

async function isSigned(offer: unknown, policy: UpdatePolicy, updater: Updater): Promise<boolean> {
  const read = async (name: string) => {
    const response = await updater.netSession.fetch(`${policy.feed}${name}`, { cache: 'no-store' });
    if (!response.ok) throw new Error(`${name}: HTTP ${response.status}`);
    return response;
  };
  const manifest = new Uint8Array(await (await read(UPDATE_MANIFEST)).arrayBuffer());
  const signature = await (await read(UPDATE_SIGNATURE)).text();
  return isOfferSigned(offer, { manifest, signature }, policy.publicKey);
}
