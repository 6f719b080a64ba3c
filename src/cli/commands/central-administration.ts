import { counted } from '#shared/sentences/counted.ts';
import { join } from 'node:path';
import { EXIT, requiredOption, requiredPositional, textOption, UsageError } from '../command.ts';
import type { CommandLine, ExitCode } from '../command.ts';
import { askSecret } from '../ask-secret.ts';
import { dataFolderOf } from '../open-core.ts';
import { bucketOf } from './central-bucket.ts';
import { campaignsOf } from './central-campaigns.ts';
import { centralBatch } from './central-batches.ts';
import { centralConformance } from './central-conformance.ts';
import { centralCode, centralEnrol } from './central-enrolment.ts';
import { centralKeys } from './central-keys.ts';
import { writeWhole } from '../write-whole.ts';

type Act = (line: CommandLine) => Promise<ExitCode>;

/** `guichet central ACT`: what an administrator does beside a centre, on its machine. */
export const CENTRAL_ACTS: Record<string, Act> = {
  user: addUser,
  backup: backUp,
  restore: restoreBackup,
  openapi: writeOpenApi,
  code: (line) => centralCode(line, centrePlaceOf(line)),
  enrol: (line) => centralEnrol(line, centrePlaceOf(line)),
  conformance: centralConformance,
  keys: (line) => centralKeys(line, centrePlaceOf(line)),
  batch: (line) => centralBatch(line, { ...centrePlaceOf(line), ...bucketOf(line), ...campaignsOf(line) }),
};

export function centrePlaceOf(line: CommandLine) {
  const dataFolder = join(dataFolderOf(line), 'central');
  const databaseUrl = textOption(line, 'database') ?? process.env['DATABASE_URL'];
  const blobs = textOption(line, 'blobs');
  return {
    dataFolder,
    blobsFolder: blobs === undefined ? join(dataFolder, 'blobs') : line.io.resolve(blobs),
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
  };
}

async function addUser(line: CommandLine): Promise<ExitCode> {
  const { addOfficeUser, OFFICE_ROLES } = await import('#central/index.ts');
  const login = requiredOption(line, 'login');
  const role = OFFICE_ROLES.find((one) => one === textOption(line, 'role'));
  if (!role) throw new UsageError(`--role est l’un de ${OFFICE_ROLES.join(', ')}.`);
  const password =
    process.env['GUICHET_PASSWORD'] ??
    (await askSecret(`Mot de passe de ${login} (12 caractères au moins) : `, line.io));
  try {
    await addOfficeUser(centrePlaceOf(line), {
      login,
      role,
      name: textOption(line, 'name') ?? login,
      password,
    });
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError('Le mot de passe compte au moins 12 caractères.');
    throw error;
  }
  line.io.print(line.json ? JSON.stringify({ login, role }) : `${login} peut se connecter à /rectorat.`);
  return EXIT.done;
}

async function backUp(line: CommandLine): Promise<ExitCode> {
  const { backUpCentre } = await import('#central/index.ts');
  const file = line.io.resolve(requiredPositional(line, 1, 'le fichier de la sauvegarde'));
  const rows = await backUpCentre(centrePlaceOf(line), file);
  line.io.print(
    line.json
      ? JSON.stringify({ file, rows })
      : `Sauvegarde écrite : ${rows['registration'] ?? 0} inscriptions, ${rows['op'] ?? 0} opérations, ${rows['blob'] ?? 0} numérisations au manifeste. Elle contient la clé du serveur : gardez-la comme telle.`,
  );
  return EXIT.done;
}

async function restoreBackup(line: CommandLine): Promise<ExitCode> {
  const { restoreCentre, RestoreRefused } = await import('#central/index.ts');
  const file = line.io.resolve(requiredPositional(line, 1, 'le fichier de la sauvegarde'));
  try {
    const restored = await restoreCentre({ ...centrePlaceOf(line), ...bucketOf(line) }, file);
    line.io.print(
      line.json
        ? JSON.stringify(restored)
        : `Sauvegarde restaurée : ${counted(restored.rows['registration'] ?? 0, 'inscription')} ; ${counted(restored.blobsMissing, 'numérisation')} à redemander. Nouvelle époque ${restored.epoch} : les postes offriront de nouveau ce qui manque.`,
    );
    return EXIT.done;
  } catch (error) {
    if (!(error instanceof RestoreRefused)) throw error;
    line.io.say(error.message);
    return EXIT.failure;
  }
}

async function writeOpenApi(line: CommandLine): Promise<ExitCode> {
  const { openApiDocument } = await import('#central/index.ts');
  const text = JSON.stringify(openApiDocument(), null, 2);
  const file = line.positionals[1];
  if (file === undefined) line.io.print(text);
  else await writeWhole(line.io.resolve(file), [Buffer.from(`${text}\n`)]);
  return EXIT.done;
}
