import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

let folder: string | undefined;

/** Where a shipped file lies, e.g. `assetPath('reference/academies.json')`; the folder is looked for once. */
export function assetPath(name: string): string {
  folder ??= process.env['GUICHET_ASSETS'] ?? besideThePackage() ?? aboveThisFile();
  return join(folder, name);
}

/** A packaged program has its files beside the archive; Electron in development has a resources folder without ours. */
function besideThePackage(): string | undefined {
  const resources: unknown = Reflect.get(process, 'resourcesPath');
  if (typeof resources !== 'string') return undefined;
  const packaged = join(resources, 'assets');
  return existsSync(packaged) ? packaged : undefined;
}

/** The same two steps up, from `src/main/` and from the bundle in `out/main/`. */
function aboveThisFile(): string {
  return fileURLToPath(new URL('../../assets', import.meta.url));
}
