import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { unzipSync } from 'fflate';
import { EXIT, requiredOption, requiredPositional, UsageError, type CliCommand } from '../command.ts';
import { withStation } from '../open-core.ts';

export const access: CliCommand = {
  name: 'access',
  summary: 'Droit d’accès : tout ce que le poste conserve d’une personne, à lui remettre.',
  usage: 'access export N°CANDIDAT --out DOSSIER',
  help: [
    '  Le dossier contient index.html, donnees.json et les documents ; rien n’y parle de quelqu’un d’autre.',
    '  La remise est inscrite dans l’historique de chaque dossier de la personne.',
  ],
  options: { out: { type: 'string' } },
  run(line) {
    const action = requiredPositional(line, 0, 'l’action : export');
    if (action !== 'export') throw new UsageError(`« ${action} » n’est pas une action.`);
    const candidateNumber = requiredPositional(line, 1, 'le n° candidat');
    const folder = line.io.resolve(requiredOption(line, 'out'));
    if (existsSync(folder) && readdirSync(folder).length > 0)
      throw new UsageError(`${folder} n’est pas vide.`);
    return withStation(line, async ({ call }) => {
      const { bytes } = await call('access.export', { candidateNumber });
      const files = writeFolder(folder, unzipSync(bytes));
      line.io.print(line.json ? JSON.stringify({ folder, files }) : folder);
      return EXIT.done;
    });
  },
};

/** Beside, then renamed: what is handed over is whole. */
function writeFolder(folder: string, entries: Record<string, Uint8Array>): string[] {
  const temporary = `${folder}.en-cours`;
  rmSync(temporary, { recursive: true, force: true });
  const files = Object.keys(entries).filter((name) => !name.endsWith('/'));
  for (const name of files) {
    const path = resolve(temporary, name);
    if (!path.startsWith(temporary + sep)) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, entries[name] ?? new Uint8Array(), { mode: 0o600 });
  }
  if (existsSync(folder)) rmSync(folder, { recursive: true });
  mkdirSync(dirname(folder), { recursive: true });
  renameSync(temporary, folder);
  return files.map((name) => join(folder, name));
}
