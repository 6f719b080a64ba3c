import { text } from 'node:stream/consumers';
import { GuichetError } from '#shared/errors.ts';
import { formatVersion } from '#shared/rules/registration-number.ts';
import { EXIT, requiredPositional, type CliCommand } from '../command.ts';
import { withStation } from '../open-core.ts';
import { readText } from './campaigns.ts';
import { parseObject } from './register-lines.ts';

export const amend: CliCommand = {
  name: 'amend',
  summary: 'Change des réponses et fait la version suivante, sous les mêmes règles que l’écran.',
  usage: 'amend NUMÉRO FICHIER|-',
  help: [
    '  Le fichier est un objet JSON : {"identification": {"phone": "06 00 00 00 02"}}',
    '  ou {"identification.phone": "06 00 00 00 02"} ; null efface une réponse facultative.',
  ],
  options: {},
  run: (line) =>
    withStation(line, async ({ call }) => {
      const number = requiredPositional(line, 0, 'le numéro d’inscription');
      const source = requiredPositional(line, 1, 'le fichier des réponses changées');
      const changes = parseObject(
        source === '-' ? await text(line.io.input()) : readText(line.io.resolve(source)),
      );
      if (!changes) throw new GuichetError('invalid-input', { fields: [{ path: '', code: 'broken-line' }] });
      const numbers = await call('registrations.amend', { number, changes });
      line.io.print(
        line.json ? JSON.stringify(numbers) : `Version ${formatVersion(numbers.version)} enregistrée.`,
      );
      return EXIT.done;
    }),
};
