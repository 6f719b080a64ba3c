import { readFileSync } from 'node:fs';
import type { CentrePlace } from '#central/index.ts';
import { GuichetError } from '#shared/errors.ts';
import {
  EXIT,
  requiredOption,
  requiredPositional,
  textOption,
  UsageError,
  type CommandLine,
  type ExitCode,
} from '../command.ts';
import { writeWhole } from '../write-whole.ts';

const CODE_VALIDITY_MS = 24 * 3_600_000;

/** `guichet central code`: what the rectorat's page gives too. */
export async function centralCode(line: CommandLine, place: CentrePlace): Promise<ExitCode> {
  const { makeCode } = await import('#central/index.ts');
  const replaces = textOption(line, 'replaces');
  const label = textOption(line, 'label') ?? 'poste';
  const asked = { label, validForMs: CODE_VALIDITY_MS, ...(replaces === undefined ? {} : { replaces }) };
  const code = await makeCode(place, asked).catch((error: unknown) => {
    if (error instanceof RangeError)
      throw new UsageError('--replaces est l’identifiant d’un poste rattaché.');
    throw error;
  });
  line.io.print(line.json ? JSON.stringify({ code, label }) : `${code}  (une fois, sous 24 heures)`);
  return EXIT.done;
}

/** `guichet central enrol FILE --answer FILE`: a station that has no line. */
export async function centralEnrol(line: CommandLine, place: CentrePlace): Promise<ExitCode> {
  const { enrolFile, EnrolmentFileRefused, Refusal } = await import('#central/index.ts');
  const file = line.io.resolve(requiredPositional(line, 1, 'la demande de rattachement'));
  const answerFile = line.io.resolve(requiredOption(line, 'answer'));
  const options = {
    serverUrl: requiredOption(line, 'public-url').replace(/\/+$/, ''),
    recoveryRecipient: textOption(line, 'recovery-recipient'),
    allowsAgain: line.options['again'] === true,
  };
  try {
    const { station, block, answer, mark } = await enrolFile(place, options, readBytes(file));
    await writeWhole(answerFile, [answer]);
    line.io.print(
      line.json
        ? JSON.stringify({ station, block, mark, answer: answerFile })
        : `${station.name} (${station.office}) est rattaché, série ${block}. Rapportez-lui ${answerFile}, et dites à part la marque du serveur : ${mark}`,
    );
    return EXIT.done;
  } catch (error) {
    if (error instanceof EnrolmentFileRefused) line.io.say(error.message);
    else if (error instanceof Refusal) line.io.say(error.body.message);
    else throw error;
    return EXIT.failure;
  }
}

function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new GuichetError('file-unreadable', { detail: { cause: file }, cause });
  }
}
