import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { batchExportSchema } from '#shared/contract/batches.ts';
import { GuichetError, type ErrorCode } from '#shared/errors.ts';
import { MAX_BATCH_REQUEST_BYTES } from '#shared/protocol/batch.ts';
import { MAX_RECEIPT_BYTES } from '#shared/protocol/batch-receipt.ts';
import { batchSentence } from '#shared/sentences/batch-sentences.ts';
import { counted } from '#shared/sentences/counted.ts';
import {
  EXIT,
  requiredOption,
  requiredPositional,
  textOption,
  UsageError,
  type CliCommand,
  type CommandLine,
  type ExitCode,
  type UnlockedCore,
} from '../command.ts';
import { withStation } from '../open-core.ts';
import { waitForJob } from '../wait-for-job.ts';
import { refuseExisting, writeWhole } from '../write-whole.ts';

type Act = (line: CommandLine) => Promise<ExitCode>;

const ACTS: Record<string, Act> = { export: write, list, receipt, send, inspect };

export const batch: CliCommand = {
  name: 'batch',
  summary: 'Les lots sur clé USB : écrire, lire un reçu, dire où ils en sont.',
  usage: 'batch export --to FICHIER|DOSSIER | list | receipt FICHIER | send FICHIER | inspect FICHIER',
  help: [
    '  export   scelle ce qui attend en un lot chiffré pour le centre et l’écrit (--to), relu avant d’être nommé ;',
    '           --batch ID écrit de nouveau un lot déjà scellé ; --volume-mb N, la taille d’un volume (2032 au plus)',
    '  list     les lots de ce poste et leur état',
    '  receipt  lit le reçu signé que le centre a remis sur la clé, et règle les envois ; --code TEXTE note un reçu imprimé',
    '  send     remet au centre, par le réseau de ce poste, un lot venu d’un autre ou de celui-ci ; --to FICHIER, le reçu à rapporter',
    '  inspect  ce que ce poste sait d’un fichier de lot (il ne peut pas l’ouvrir)',
    '',
    '  C’est le centre qui reçoit les lots : guichet central batch import FICHIER…',
  ],
  options: {
    to: { type: 'string' },
    batch: { type: 'string' },
    'volume-mb': { type: 'string' },
    code: { type: 'string' },
    force: { type: 'boolean' },
  },
  run(line) {
    const action = requiredPositional(line, 0, 'l’action : export, list, receipt, send ou inspect');
    if (action === 'import')
      throw new UsageError('C’est le centre qui reçoit un lot : guichet central batch import FICHIER…');
    const act = ACTS[action];
    if (!act) throw new UsageError(`« ${action} » n’est pas une action.`);
    return act(line);
  },
};

function write(line: CommandLine): Promise<ExitCode> {
  const target = line.io.resolve(requiredOption(line, 'to'));
  const order = { ...placeOf(target, line), ...volumeOf(line) };
  const begun = textOption(line, 'batch');
  return withStation(line, async (station) => {
    const again = begun === undefined ? {} : { batchId: await idOf(station, begun) };
    const { jobId } = await station.call('batches.export', { ...order, ...again });
    const result = await waitForJob(station, jobId, (job) => line.io.say(job.label));
    const exported = batchExportSchema.parse(result);
    const count = exported.files.length;
    line.io.print(
      line.json
        ? JSON.stringify(exported)
        : `Lot ${exported.batchId.slice(0, 8)} écrit et relu : ${counted(count, 'volume')} (${exported.files.map(({ name }) => name).join(', ')}).`,
    );
    return EXIT.done;
  });
}

/** As `list` shows it, or whole. What fits no batch, or several, is left for the core to refuse. */
async function idOf({ call }: UnlockedCore, begun: string): Promise<string> {
  const { batches } = await call('batches.list', {});
  const fitting = batches.filter(({ batchId }) => batchId.startsWith(begun));
  return (fitting.length === 1 ? fitting[0]?.batchId : undefined) ?? begun;
}

/** A folder that exists takes the usual names; anything else is the file itself. */
function placeOf(target: string, line: CommandLine): { folder: string; fileName?: string } {
  if (existsSync(target) && statSync(target).isDirectory()) return { folder: target };
  if (!target.endsWith('.lot')) throw new UsageError('--to est un dossier, ou un fichier en .lot.');
  refuseExisting(target, line);
  return { folder: dirname(target), fileName: basename(target) };
}

function volumeOf(line: CommandLine): { volumeBytes?: number } {
  const text = textOption(line, 'volume-mb');
  if (text === undefined) return {};
  const megabytes = Number(text);
  if (!(megabytes > 0 && megabytes <= 2032)) throw new UsageError('--volume-mb est un nombre de 1 à 2032.');
  return { volumeBytes: Math.round(megabytes * 1024 * 1024) };
}

function list(line: CommandLine): Promise<ExitCode> {
  return withStation(line, async ({ call }) => {
    const known = await call('batches.list', {});
    const lines = known.batches.map((one) => `${one.batchId.slice(0, 8)}  ${batchSentence(one)}`);
    const { ops, scans } = known.open;
    lines.push(`Hors de tout lot : ${counted(ops, 'opération')} et ${counted(scans, 'numérisation')}.`);
    line.io.print(line.json ? JSON.stringify(known) : lines.join('\n'));
    return EXIT.done;
  });
}

function receipt(line: CommandLine): Promise<ExitCode> {
  const code = textOption(line, 'code');
  if (code !== undefined) return noteCode(line, code);
  const file = line.io.resolve(requiredPositional(line, 1, 'le fichier du reçu'));
  const content = readFile(file, { maxBytes: MAX_RECEIPT_BYTES, tooLarge: 'receipt-unreadable' });
  return withStation(line, async ({ call }) => {
    const settled = await call('batches.receipt', { content });
    const { opsAccepted, opsDuplicate, opsRefused, scansReceived, opsWaiting, scansWaiting } = settled;
    line.io.print(
      line.json
        ? JSON.stringify(settled)
        : `Lot ${settled.batchId.slice(0, 8)}, volume ${settled.volume} sur ${settled.volumes} : ${counted(opsAccepted, 'reçue')}, ${counted(opsDuplicate, 'déjà reçue', 'déjà reçues')}, ${counted(opsRefused, 'refusée')}, ${counted(scansReceived, 'numérisation reçue')} ; sans réponse : ${opsWaiting} et ${scansWaiting}.`,
    );
    return opsRefused > 0 ? EXIT.someRefused : EXIT.done;
  });
}

/** A key may reach an office that has a line. */
function send(line: CommandLine): Promise<ExitCode> {
  const content = readFile(line.io.resolve(requiredPositional(line, 1, 'le fichier du lot')), {
    maxBytes: MAX_BATCH_REQUEST_BYTES,
    tooLarge: 'file-too-large',
  });
  const target = textOption(line, 'to');
  return withStation(line, async ({ call }) => {
    const { settled, receipt: signed } = await call('batches.deliver', { content });
    if (target !== undefined) await writeWhole(line.io.resolve(target), [signed]);
    const said =
      settled === null
        ? 'Lot remis au centre ; rapportez son reçu au poste qui l’a fait.'
        : `Lot remis au centre : ${counted(settled.opsAccepted, 'reçue')}, ${counted(settled.opsDuplicate, 'déjà reçue', 'déjà reçues')}, ${counted(settled.opsRefused, 'refusée')}.`;
    line.io.print(line.json ? JSON.stringify({ settled, receipt: target ?? null }) : said);
    return (settled?.opsRefused ?? 0) > 0 ? EXIT.someRefused : EXIT.done;
  });
}

function readFile(
  file: string,
  { maxBytes, tooLarge }: { maxBytes: number; tooLarge: ErrorCode },
): Uint8Array {
  try {
    if (statSync(file).size > maxBytes) throw new GuichetError(tooLarge);
    return new Uint8Array(readFileSync(file));
  } catch (error) {
    if (error instanceof GuichetError) throw error;
    throw new GuichetError('file-unreadable', { detail: { cause: file }, cause: error });
  }
}

function noteCode(line: CommandLine, code: string): Promise<ExitCode> {
  return withStation(line, async ({ call }) => {
    const noted = await call('batches.receiptCode', { code });
    line.io.print(
      line.json
        ? JSON.stringify(noted)
        : `Lot ${noted.batchId.slice(0, 8)}, volume ${noted.volume} sur ${noted.volumes} : arrivé au centre. Le fichier de reçu, ou un envoi, réglera chaque opération.`,
    );
    return EXIT.done;
  });
}

function inspect(line: CommandLine): Promise<ExitCode> {
  const file = line.io.resolve(requiredPositional(line, 1, 'le fichier du lot'));
  return withStation(line, async ({ call }) => {
    const { size, sha256 } = await lookAt(file);
    const { volume } = await call('batches.inspect', { sha256 });
    line.io.print(
      line.json
        ? JSON.stringify({ size, sha256, volume })
        : volume
          ? `Lot ${volume.batchId.slice(0, 8)}, volume ${volume.number} sur ${volume.count} : ${counted(volume.ops, 'opération')}, rangs ${volume.firstSeq ?? '—'} à ${volume.lastSeq ?? '—'}, ${counted(volume.scans, 'numérisation')}. Intact : ${size} octets, SHA-256 ${sha256}.`
          : `Un lot que ce poste n’a pas écrit, ou dont les octets ont changé : ${size} octets, SHA-256 ${sha256}.`,
    );
    return EXIT.done;
  });
}

const AGE_MARK = 'age-encryption.org/v1\n';

/** Throws `file-unreadable`, and `batch-unreadable` for what is no file of age. */
async function lookAt(path: string): Promise<{ size: number; sha256: string }> {
  const hash = createHash('sha256');
  let size = 0;
  let mark = '';
  try {
    await (await open(path)).close();
    for await (const part of createReadStream(path)) {
      const bytes = part as Buffer;
      if (size === 0) mark = bytes.toString('latin1', 0, AGE_MARK.length);
      hash.update(bytes);
      size += bytes.length;
    }
  } catch (error) {
    throw new GuichetError('file-unreadable', { detail: { cause: path }, cause: error });
  }
  if (mark !== AGE_MARK) throw new GuichetError('batch-unreadable');
  return { size, sha256: hash.digest('hex') };
}
