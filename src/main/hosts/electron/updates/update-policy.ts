import { execFile } from 'node:child_process';
import { createPublicKey, type KeyObject } from 'node:crypto';
import { join } from 'node:path';

/** Only an administrator, or a group policy, writes there: a clerk's account cannot. */
const POLICY_KEY = 'HKLM\\SOFTWARE\\Policies\\Guichet';

/** Where updates come from, and whose signature they must bear. */
export interface UpdatePolicy {
  /** Ends with a slash; nothing outside it is asked. */
  feed: string;
  /** Ed25519. */
  publicKey: KeyObject;
}

export type PolicyFault = 'feed-not-https' | 'key-not-ed25519';

/** Undefined on a machine whose administrator said nothing: no update is ever asked for. */
export async function readUpdatePolicy(): Promise<UpdatePolicy | PolicyFault | undefined> {
  const answer = await queryRegistry();
  return answer === undefined ? undefined : policyOf(answer);
}

function queryRegistry(): Promise<string | undefined> {
  const program = join(process.env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'reg.exe');
  return new Promise((resolve) => {
    execFile(program, ['query', POLICY_KEY, '/reg:64'], { windowsHide: true }, (error, stdout) =>
      resolve(error ? undefined : stdout),
    );
  });
}

/** From what `reg query` answers. */
export function policyOf(registryAnswer: string): UpdatePolicy | PolicyFault | undefined {
  const address = valueIn(registryAnswer, 'UpdateFeed');
  if (address === undefined) return undefined;
  const feed = secureFolder(address);
  if (feed === undefined) return 'feed-not-https';
  const publicKey = ed25519Key(valueIn(registryAnswer, 'UpdateKey') ?? '');
  return publicKey === undefined ? 'key-not-ed25519' : { feed, publicKey };
}

function valueIn(answer: string, name: string): string | undefined {
  return new RegExp(`^\\s*${name}\\s+REG_SZ\\s+(\\S+)\\s*$`, 'm').exec(answer)?.[1];
}

/** Without a name, a password, a query: an address that is no secret and can be compared. */
function secureFolder(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, origin, pathname } = new URL(address);
  if (protocol !== 'https:') return undefined;
  return `${origin}${pathname.endsWith('/') ? pathname : `${pathname}/`}`;
}

function ed25519Key(base64: string): KeyObject | undefined {
  try {
    const key = createPublicKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'spki' });
    return key.asymmetricKeyType === 'ed25519' ? key : undefined;
  } catch {
    return undefined;
  }
}
