import { readFileSync } from 'node:fs';
import { GuichetError } from '#shared/errors.ts';
import { counted } from '#shared/sentences/counted.ts';
import {
  EXIT,
  requiredOption,
  textOption,
  type CliCommand,
  type CommandLine,
  type ExitCode,
  type UnlockedCore,
} from '../command.ts';
import { withStation } from '../open-core.ts';
import { writeWhole } from '../write-whole.ts';

export const enrol: CliCommand = {
  name: 'enrol',
  summary: 'Rattache le poste au serveur central, avec le code du rectorat.',
  usage:
    'enrol --server URL --code CODE | --again --code CODE | [--again] --request FICHIER | --answer FICHIER --mark MARQUE',
  help: [
    '  Le code ne sert qu’une fois ; la clé du serveur est retenue et exigée ensuite.',
    '  --again    rattache de nouveau un poste suspendu, copié ou remplacé, avec un code donné pour lui : série nouvelle,',
    '             et ce que le centre n’a pas reçu repart',
    '  --request  sans réseau : écrit la demande à porter au rectorat ; --answer lit la réponse rapportée, que --mark,',
    '             la marque du serveur dite à part, prouve ; avec --again, d’un poste déjà rattaché que le centre a suspendu',
  ],
  options: {
    server: { type: 'string' },
    code: { type: 'string' },
    again: { type: 'boolean' },
    request: { type: 'string' },
    answer: { type: 'string' },
    mark: { type: 'string' },
  },
  run: (line) => withStation(line, (station) => attach(line, station)),
};

async function attach(line: CommandLine, { call }: UnlockedCore): Promise<ExitCode> {
  const request = textOption(line, 'request');
  const answer = textOption(line, 'answer');
  if (request !== undefined) {
    const path = line.io.resolve(request);
    const again = line.options['again'] === true;
    await writeWhole(path, [(await call('sync.enrolmentFile', { again })).bytes]);
    line.io.print(line.json ? JSON.stringify({ request: path }) : `Demande écrite : ${path}.`);
    return EXIT.done;
  }
  if (answer !== undefined) {
    const bytes = contentOf(line.io.resolve(answer));
    return said(line, await call('sync.enrolmentAnswer', { bytes, mark: requiredOption(line, 'mark') }));
  }
  const code = requiredOption(line, 'code');
  if (line.options['again'] === true) return said(line, await call('sync.enrolAgain', { code }));
  return said(line, await call('sync.enrol', { serverUrl: requiredOption(line, 'server'), code }));
}

function said(line: CommandLine, enrolled: { block: string; opsToSend?: number }): ExitCode {
  const { opsToSend = 0 } = enrolled;
  const more = opsToSend > 0 ? ` ; ${counted(opsToSend, 'opération')} à envoyer de nouveau` : '';
  line.io.print(
    line.json ? JSON.stringify(enrolled) : `Poste rattaché ; bloc de numéros ${enrolled.block}${more}.`,
  );
  return EXIT.done;
}

function contentOf(file: string): Uint8Array {
  try {
    return new Uint8Array(readFileSync(file));
  } catch (cause) {
    throw new GuichetError('file-unreadable', { detail: { cause: file }, cause });
  }
}
