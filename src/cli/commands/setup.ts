import { ROLES, roleSchema } from '#shared/contract/station.ts';
import { EXIT, requiredOption, textOption, UsageError, type CliCommand } from '../command.ts';
import { caller, dataFolderOf, openLockedCore, passphraseOf } from '../open-core.ts';

export const setup: CliCommand = {
  name: 'setup',
  summary: 'Crée le dossier de données, ses clés et le premier agent.',
  usage: 'setup --station NOM --office BUREAU --academy CODE --agent LOGIN [--role RÔLE] [--training]',
  help: [
    '  --station   nom du poste, par exemple « Guichet 1 »',
    '  --office    service, par exemple « Bureau des examens professionnels »',
    '  --academy   code de l’académie, par exemple 23',
    '  --agent     identifiant de l’agent, en minuscules',
    `  --role      ${ROLES.join(', ')} (par défaut bureauHead)`,
    '  --training  base école : marquée partout, sans échange avec un poste réel',
  ],
  options: {
    station: { type: 'string' },
    office: { type: 'string' },
    academy: { type: 'string' },
    role: { type: 'string' },
    training: { type: 'boolean' },
  },
  async run(line) {
    const role = roleSchema.safeParse(textOption(line, 'role') ?? 'bureauHead');
    if (!role.success) throw new UsageError(`--role est l’un de : ${ROLES.join(', ')}.`);
    const input = {
      name: requiredOption(line, 'station'),
      office: requiredOption(line, 'office'),
      academyCode: requiredOption(line, 'academy'),
      agentLogin: requiredOption(line, 'agent'),
      role: role.data,
      training: line.options['training'] === true,
      passphrase: await passphraseOf(line),
    };
    const core = await openLockedCore(dataFolderOf(line));
    try {
      const station = await caller(core)('station.setup', input);
      line.io.print(
        line.json
          ? JSON.stringify(station)
          : `Poste « ${station.name} » créé${station.training ? ' (base école)' : ''} ; bloc de numéros ${station.block}.`,
      );
      return EXIT.done;
    } finally {
      await core.close();
    }
  },
};
