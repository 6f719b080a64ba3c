import { once } from 'node:events';
import { join } from 'node:path';
import { EXIT, textOption, UsageError, type CliCommand } from '../command.ts';
import { dataFolderOf } from '../open-core.ts';

const CODE_VALIDITY_MS = 24 * 3_600_000;

export const central: CliCommand = {
  name: 'central',
  summary: 'Le serveur central de référence ; sans --database, un PostgreSQL embarqué dans son dossier.',
  usage: 'central [--port N] [--database URL] [--blobs DOSSIER] [--training]',
  help: [
    '  --port      port d’écoute sur 127.0.0.1 (par défaut un port libre)',
    '  --database  adresse d’un PostgreSQL existant (par défaut DATABASE_URL, sinon un PostgreSQL embarqué)',
    '  --blobs     dossier des scans (par défaut dans le dossier de données)',
    '  --training  central d’entraînement, pour des bases école seulement (sinon le premier poste rattaché en décide)',
    '',
    '  Imprime une ligne JSON {url, enrolmentCode, …} quand il est prêt ; le code rattache un poste, une fois, sous 24 h.',
    '  Ctrl+C l’arrête proprement.',
  ],
  options: {
    port: { type: 'string' },
    database: { type: 'string' },
    blobs: { type: 'string' },
    training: { type: 'boolean' },
  },
  async run(line) {
    const port = Number(textOption(line, 'port') ?? 0);
    if (!Number.isInteger(port) || port < 0 || port > 65_535)
      throw new UsageError('--port est un nombre de 0 à 65535.');
    const databaseUrl = textOption(line, 'database') ?? process.env['DATABASE_URL'];
    const blobs = textOption(line, 'blobs');
    const { startCentral } = await import('#central/index.ts');
    const server = await startCentral({
      dataFolder: join(dataFolderOf(line), 'central'),
      port,
      ...(databaseUrl === undefined ? {} : { databaseUrl }),
      ...(blobs === undefined ? {} : { blobsFolder: line.io.resolve(blobs) }),
      ...(line.options['training'] === true ? { training: true } : {}),
    });
    const enrolmentCode = await server.createEnrolmentCode({
      label: 'premier poste',
      validForMs: CODE_VALIDITY_MS,
    });
    line.io.print(JSON.stringify({ url: server.url, enrolmentCode, training: await server.isTraining() }));
    await askedToStop();
    await server.close();
    return EXIT.done;
  },
};

/** The embedded PostgreSQL's package ends the process by itself at these signals; here the centre ends first, then its base. */
async function askedToStop(): Promise<void> {
  const signals = ['SIGINT', 'SIGTERM'] as const;
  for (const signal of signals) process.removeAllListeners(signal);
  await Promise.race(signals.map((signal) => once(process, signal)));
}
