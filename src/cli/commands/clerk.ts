import { ROLES, roleSchema, type Role } from '#shared/contract/station.ts';
import type { Clerk } from '#shared/contract/clerks.ts';
import type { CommandOutput } from '#shared/contract/index.ts';
import { GuichetError } from '#shared/errors.ts';
import { ROLE_WORDS } from '#shared/sentences/role-words.ts';
import { askSecret } from '../ask-secret.ts';
import {
  EXIT,
  namedAction,
  requiredOption,
  requiredPositional,
  UsageError,
  type CliCommand,
  type CommandLine,
  type ExitCode,
  type UnlockedCore,
} from '../command.ts';
import { passphraseOf, withStation } from '../open-core.ts';

type Action = (line: CommandLine, station: UnlockedCore) => Promise<ExitCode>;

const ACTIONS: Record<string, Action> = { list, add, role, disable, enable, reset, passphrase };

export const clerk: CliCommand = {
  name: 'clerk',
  summary: 'Agents du poste : liste, ajout, rôle, retrait, phrases de passe.',
  usage:
    'clerk list | add LOGIN --name NOM --role RÔLE | role LOGIN --role RÔLE | disable LOGIN | enable LOGIN | reset LOGIN | passphrase',
  help: [
    '  add, enable, reset   écrivent une phrase de passe provisoire, une seule fois : l’agent la change à la première ouverture',
    '  disable              l’agent n’ouvre plus ce poste ; ce qu’il a fait garde son nom',
    '  passphrase           change la vôtre (GUICHET_NEW_PASSPHRASE, ou demandée)',
    `  --role               ${ROLES.join(', ')}`,
  ],
  options: { name: { type: 'string' }, role: { type: 'string' } },
  run(line) {
    const action = namedAction(line, ACTIONS);
    return withStation(line, (station) => action(line, station));
  },
};

async function list({ io, json }: CommandLine, { call }: UnlockedCore): Promise<ExitCode> {
  const clerks = await call('clerks.list', {});
  const text = clerks.map(({ login, name, role: held, ...clerkState }) =>
    [login, name, ROLE_WORDS[held], stateWords(clerkState)].join('  '),
  );
  io.print(json ? JSON.stringify(clerks) : text.join('\n'));
  return EXIT.done;
}

async function add(line: CommandLine, { call }: UnlockedCore): Promise<ExitCode> {
  const login = requiredPositional(line, 1, 'l’identifiant');
  return tellTemporary(
    line,
    await call('clerks.add', { login, name: requiredOption(line, 'name'), role: roleOf(line) }),
  );
}

async function role(line: CommandLine, station: UnlockedCore): Promise<ExitCode> {
  const { id } = await namedClerk(line, station);
  return tell(line, await station.call('clerks.changeRole', { id, role: roleOf(line) }));
}

async function disable(line: CommandLine, station: UnlockedCore): Promise<ExitCode> {
  const { id } = await namedClerk(line, station);
  return tell(line, await station.call('clerks.disable', { id }));
}

async function enable(line: CommandLine, station: UnlockedCore): Promise<ExitCode> {
  const { id } = await namedClerk(line, station);
  return tellTemporary(line, await station.call('clerks.enable', { id }));
}

async function reset(line: CommandLine, station: UnlockedCore): Promise<ExitCode> {
  const { id } = await namedClerk(line, station);
  return tellTemporary(line, await station.call('clerks.resetPassphrase', { id }));
}

async function passphrase(line: CommandLine, { call }: UnlockedCore): Promise<ExitCode> {
  const before = await passphraseOf(line);
  await call('station.changePassphrase', { before, after: await newPassphraseOf(line) });
  line.io.print(line.json ? '{}' : 'Phrase de passe changée.');
  return EXIT.done;
}

export async function newPassphraseOf({ io }: CommandLine): Promise<string> {
  return process.env['GUICHET_NEW_PASSPHRASE'] ?? askSecret('Nouvelle phrase de passe : ', io);
}

async function namedClerk(line: CommandLine, { call }: UnlockedCore): Promise<Clerk> {
  const login = requiredPositional(line, 1, 'l’identifiant');
  const found = (await call('clerks.list', {})).find((one) => one.login === login);
  if (!found) throw new GuichetError('unknown-clerk');
  return found;
}

function roleOf(line: CommandLine): Role {
  const parsed = roleSchema.safeParse(requiredOption(line, 'role'));
  if (!parsed.success) throw new UsageError(`--role est l’un de : ${ROLES.join(', ')}.`);
  return parsed.data;
}

function tell({ io, json }: CommandLine, told: Clerk): ExitCode {
  io.print(json ? JSON.stringify(told) : `${told.login} : ${ROLE_WORDS[told.role]}, ${stateWords(told)}.`);
  return EXIT.done;
}

function tellTemporary({ io, json }: CommandLine, given: CommandOutput<'clerks.add'>): ExitCode {
  io.print(
    json
      ? JSON.stringify(given)
      : `Phrase de passe provisoire de ${given.clerk.login} : ${given.temporaryPassphrase}`,
  );
  return EXIT.done;
}

function stateWords({ active, key }: Pick<Clerk, 'active' | 'key'>): string {
  if (!active) return 'désactivé';
  return { none: 'sans clé', temporary: 'phrase provisoire', own: 'actif' }[key];
}
