import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { GuichetError } from '#shared/errors.ts';
import { EXIT, requiredPositional, textOption, type CommandLine, type ExitCode } from './command.ts';

const signedSchema = z.strictObject({ statement: z.string(), signature: z.base64(), publicKey: z.base64() });
const statementSchema = z.object({
  schema: z.literal(1),
  kind: z.literal('audit-export'),
  stationId: z.string(),
  sha256: z.string(),
  count: z.number(),
  atMs: z.number(),
});

/**
 * Whether a file of the audit log is the one that a station signed. The signature brings its own key: only its fingerprint, which the
 * station tells when it exports, says whose it is.
 */
export function checkExport(line: CommandLine): Promise<ExitCode> {
  const path = line.io.resolve(requiredPositional(line, 1, 'le fichier exporté'));
  const found = judge(read(path), read(`${path}.sig.json`), textOption(line, 'key'));
  line.io.print(line.json ? JSON.stringify(found) : sentenceOf(found));
  return Promise.resolve(found.verdict === 'genuine' ? EXIT.done : EXIT.failure);
}

/** What a person compares by eye. */
export function fingerprintIn(signatureFile: Uint8Array): string {
  return fingerprint(signedSchema.parse(JSON.parse(Buffer.from(signatureFile).toString('utf8'))).publicKey);
}

interface Finding {
  verdict: 'genuine' | 'changed' | 'forged' | 'otherKey' | 'unreadable';
  fingerprint?: string;
  stationId?: string;
  count?: number;
  atMs?: number;
}

function judge(file: Uint8Array, signatureFile: Uint8Array, expected: string | undefined): Finding {
  const signed = parsed(signedSchema, Buffer.from(signatureFile).toString('utf8'));
  const statement = signed && parsed(statementSchema, signed.statement);
  if (!signed || !statement) return { verdict: 'unreadable' };
  const { stationId, count, atMs, sha256 } = statement;
  const found = { fingerprint: fingerprint(signed.publicKey), stationId, count, atMs };
  if (!isSigned(signed)) return { verdict: 'forged', ...found };
  if (expected !== undefined && plain(expected) !== plain(found.fingerprint))
    return { verdict: 'otherKey', ...found };
  const isSame = createHash('sha256').update(file).digest('hex') === sha256;
  return { verdict: isSame ? 'genuine' : 'changed', ...found };
}

function isSigned({ statement, signature, publicKey }: z.infer<typeof signedSchema>): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
    return verify(null, Buffer.from(statement), key, Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
}

function sentenceOf({ verdict, fingerprint: its = '', count = 0, atMs = 0 }: Finding): string {
  const key = `Empreinte de la clé qui a signé : ${its}`;
  switch (verdict) {
    case 'genuine':
      return `Le fichier est celui que le poste a signé le ${new Date(atMs).toISOString()} : ${count} lignes.\n${key}`;
    case 'changed':
      return `Le fichier n’est plus celui que le poste a signé : il a été modifié depuis.\n${key}`;
    case 'forged':
      return 'La signature n’est pas celle de la clé qui l’accompagne : elle ne prouve rien.';
    case 'otherKey':
      return `Le fichier est signé par un autre poste que celui que vous attendez.\n${key}`;
    case 'unreadable':
      return 'Le fichier de signature n’est pas celui d’un journal exporté par Guichet.';
  }
}

function fingerprint(publicKey: string): string {
  const digest = createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex');
  return (digest.slice(0, 40).match(/.{4}/g) ?? []).join(' ');
}

function plain(text: string): string {
  return text.replaceAll(/[^0-9a-f]/gi, '').toLowerCase();
}

function parsed<Schema extends z.ZodType>(schema: Schema, text: string): z.output<Schema> | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Throws `file-unreadable`. */
function read(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new GuichetError('file-unreadable', { detail: { cause: path }, cause });
  }
}
