import { once } from 'node:events';
import type { CentralOptions } from '#central/index.ts';
import {
  EXIT,
  requiredOption,
  textOption,
  UsageError,
  type CliCommand,
  type CommandLine,
  type ExitCode,
} from '../command.ts';
import { bucketOf } from './central-bucket.ts';
import { campaignsOf } from './central-campaigns.ts';
import { CENTRAL_ACTS, centrePlaceOf } from './central-administration.ts';

const CODE_VALIDITY_MS = 24 * 3_600_000;

export const central: CliCommand = {
  name: 'central',
  summary: 'Le serveur central de référence ; sans --database, un PostgreSQL embarqué dans son dossier.',
  usage:
    'central [user|backup FICHIER|restore FICHIER|openapi [FICHIER]|code|enrol DEMANDE|conformance URL|keys [rotate]|batch import|inspect FICHIER…] [options]',
  help: [
    '  Sans mot : démarre le serveur.',
    '  user        ajoute une personne du rectorat (--login, --name, --role reader|decider|administrator)',
    '  backup      écrit la base entière dans un fichier, serveur en marche ou non',
    '  restore     rebâtit une base neuve, et change son époque',
    '  openapi     la description OpenAPI 3.1 du protocole',
    '  code        donne un code de rattachement (--label) ; --replaces POSTE pour un poste à rattacher de nouveau',
    '  enrol       rattache un poste sans réseau : DEMANDE apportée sur une clé, --answer FICHIER à rapporter, --public-url ;',
    '              --again si la demande est d’un poste suspendu à rattacher de nouveau',
    '  conformance met un serveur d’entraînement, de qui qu’il soit, à l’épreuve du protocole (--code) ; il y reste un poste suspendu',
    '  keys        les clés de signature du serveur ; rotate en fait une nouvelle, signée par l’ancienne, que les postes suivent',
    '              d’eux-mêmes ; --backup FICHIER y écrit aussitôt une sauvegarde, car une plus ancienne ne vaudrait plus',
    '  batch       import FICHIER… reçoit des lots apportés sur une clé, serveur en marche ou non ; --receipt-to DOSSIER y',
    '              écrit le reçu signé à rapporter au poste et sa page à imprimer ; inspect FICHIER… vérifie sans rien changer',
    '',
    '  --port      port d’écoute (par défaut un port libre)',
    '  --listen    adresse d’écoute (par défaut 127.0.0.1) ; au-delà, --tls-cert et --tls-key, ou --plain-http',
    '  --public-url  adresse où candidats et rectorat trouvent les pages, comme dans les messages',
    '  --smtp      serveur de messagerie (smtp://hôte:port) et --mail-from, l’expéditeur',
    '  --s3        adresse d’un entrepôt compatible S3, avec --s3-bucket et --s3-region ; clés par AWS_ACCESS_KEY_ID…',
    '  --database  adresse d’un PostgreSQL existant (par défaut DATABASE_URL, sinon un PostgreSQL embarqué)',
    '  --blobs     dossier des scans (par défaut dans le dossier de données)',
    '  --campaigns dossier des campagnes (.json) ; ce qui est fait hors de leurs dates attend alors le rectorat',
    '  --recovery-recipient  clé publique age (age1…) du rectorat, qui pourra lire aussi les lots',
    '  --training  central d’entraînement, pour des bases école seulement (sinon le premier poste rattaché en décide)',
    '',
    '  Imprime une ligne JSON {url, enrolmentCode, …} quand il est prêt ; le code rattache un poste, une fois, sous 24 h.',
    '  Ctrl+C l’arrête proprement.',
  ],
  options: {
    login: { type: 'string' },
    name: { type: 'string' },
    role: { type: 'string' },
    port: { type: 'string' },
    listen: { type: 'string' },
    'tls-cert': { type: 'string' },
    'tls-key': { type: 'string' },
    'plain-http': { type: 'boolean' },
    'public-url': { type: 'string' },
    smtp: { type: 'string' },
    'mail-from': { type: 'string' },
    s3: { type: 'string' },
    's3-bucket': { type: 'string' },
    's3-region': { type: 'string' },
    database: { type: 'string' },
    blobs: { type: 'string' },
    campaigns: { type: 'string' },
    backup: { type: 'string' },
    code: { type: 'string' },
    label: { type: 'string' },
    replaces: { type: 'string' },
    answer: { type: 'string' },
    again: { type: 'boolean' },
    'receipt-to': { type: 'string' },
    'recovery-recipient': { type: 'string' },
    training: { type: 'boolean' },
  },
  async run(line) {
    const act = line.positionals[0];
    if (act === undefined) return serve(line);
    const work = CENTRAL_ACTS[act];
    if (!work) throw new UsageError(`« ${act} » n’est pas un mot de « guichet central ».`);
    return work(line);
  },
};

async function serve(line: CommandLine): Promise<ExitCode> {
  const { startCentral, UnsafeDoor } = await import('#central/index.ts');
  const server = await startCentral(optionsOf(line)).catch((error: unknown) => {
    if (error instanceof RangeError)
      throw new UsageError('--recovery-recipient est une clé publique age (age1…).');
    throw error instanceof UnsafeDoor ? new UsageError(error.message) : error;
  });
  const enrolmentCode = await server.createEnrolmentCode({
    label: 'premier poste',
    validForMs: CODE_VALIDITY_MS,
  });
  line.io.print(JSON.stringify({ url: server.url, enrolmentCode, training: await server.isTraining() }));
  await askedToStop();
  await server.close();
  return EXIT.done;
}

function optionsOf(line: CommandLine): CentralOptions {
  const port = Number(textOption(line, 'port') ?? 0);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new UsageError('--port est un nombre de 0 à 65535.');
  const host = textOption(line, 'listen');
  const publicUrl = textOption(line, 'public-url');
  const recoveryRecipient = textOption(line, 'recovery-recipient');
  return {
    ...centrePlaceOf(line),
    port,
    ...(host === undefined ? {} : { host }),
    ...(publicUrl === undefined ? {} : { publicUrl: publicUrl.replace(/\/+$/, '') }),
    ...(recoveryRecipient === undefined ? {} : { recoveryRecipient }),
    ...tlsOf(line),
    ...mailOf(line),
    ...bucketOf(line),
    ...campaignsOf(line),
    ...(line.options['training'] === true ? { training: true } : {}),
    ...(line.options['plain-http'] === true ? { allowsPlainHttp: true } : {}),
  };
}

function tlsOf(line: CommandLine): Pick<CentralOptions, 'tls'> {
  if (textOption(line, 'tls-cert') === undefined) return {};
  const file = (name: string) => line.io.resolve(requiredOption(line, name));
  return { tls: { certFile: file('tls-cert'), keyFile: file('tls-key') } };
}

function mailOf(line: CommandLine): Pick<CentralOptions, 'mail'> {
  const smtpUrl = textOption(line, 'smtp');
  return smtpUrl === undefined ? {} : { mail: { smtpUrl, from: requiredOption(line, 'mail-from') } };
}

/** The embedded PostgreSQL's package ends the process by itself at these signals; here the centre ends first, then its base. */
async function askedToStop(): Promise<void> {
  const signals = ['SIGINT', 'SIGTERM'] as const;
  for (const signal of signals) process.removeAllListeners(signal);
  await Promise.race(signals.map((signal) => once(process, signal)));
}
