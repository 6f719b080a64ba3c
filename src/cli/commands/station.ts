import { askSecret } from '../ask-secret.ts';
import {
  EXIT,
  namedAction,
  textOption,
  UsageError,
  type CliCommand,
  type CommandLine,
  type ExitCode,
} from '../command.ts';
import { caller, dataFolderOf, openLockedCore, withStation } from '../open-core.ts';
import { refuseExisting, writeWhole } from '../write-whole.ts';
import { newPassphraseOf } from './clerk.ts';

type Action = (line: CommandLine) => Promise<ExitCode>;

const ACTIONS: Record<string, Action> = {
  'recovery-key': recoveryKey,
  recover,
  rekey,
  'rotate-key': rotateKey,
};

export const station: CliCommand = {
  name: 'station',
  summary: 'Clés du poste : clé de secours, remise en route avec elle, nouvelle clé de la base.',
  usage: 'station recovery-key [--out PAGE.pdf] | recover --agent LOGIN | rekey | rotate-key',
  help: [
    '  recovery-key  fait une clé de secours, montrée une seule fois ; --out écrit la page à imprimer et à ranger sous clé',
    '  recover       donne une nouvelle phrase de passe à un chef de bureau : GUICHET_RECOVERY_KEY et',
    '                GUICHET_NEW_PASSPHRASE, ou demandées',
    '  rekey         chiffre la base sous une autre clé ; chacun garde sa phrase de passe',
    '  rotate-key    donne au poste une nouvelle clé de signature, que l’ancienne présente au serveur central',
  ],
  options: { out: { type: 'string' }, force: { type: 'boolean' } },
  run(line) {
    const action = namedAction(line, ACTIONS);
    return action(line);
  },
};

function recoveryKey(line: CommandLine): Promise<ExitCode> {
  const out = textOption(line, 'out');
  const path = out === undefined ? undefined : line.io.resolve(out);
  if (path !== undefined) refuseExisting(path, line);
  return withStation(line, async ({ call }) => {
    const made = await call('station.makeRecoveryKey', {});
    if (path !== undefined) await writeWhole(path, [made.page]);
    line.io.print(line.json ? JSON.stringify({ recoveryKey: made.recoveryKey }) : made.recoveryKey);
    line.io.say('Rangez-la sous clé, loin du poste : elle ne sera plus montrée.');
    return EXIT.done;
  });
}

function rotateKey(line: CommandLine): Promise<ExitCode> {
  return withStation(line, async ({ call }) => {
    const { keyId } = await call('sync.rotateKey', {});
    line.io.print(line.json ? JSON.stringify({ keyId }) : `Le poste signe désormais avec la clé ${keyId}.`);
    line.io.say('Le serveur central l’apprendra au prochain envoi, ou par le prochain lot.');
    return EXIT.done;
  });
}

async function recover(line: CommandLine): Promise<ExitCode> {
  const login = textOption(line, 'agent') ?? process.env['GUICHET_AGENT'];
  if (login === undefined) throw new UsageError('Il manque --agent, l’identifiant d’un chef de bureau.');
  const key = process.env['GUICHET_RECOVERY_KEY'] ?? (await askSecret('Clé de secours : ', line.io));
  const passphrase = await newPassphraseOf(line);
  const core = await openLockedCore(dataFolderOf(line));
  try {
    const agent = await caller(core)('station.recover', { recoveryKey: key, login, passphrase });
    line.io.print(
      line.json
        ? JSON.stringify(agent)
        : `Le poste s’ouvre de nouveau pour ${agent.name}. Faites une nouvelle clé de secours.`,
    );
    return EXIT.done;
  } finally {
    await core.close();
  }
}

function rekey(line: CommandLine): Promise<ExitCode> {
  return withStation(line, async ({ call }) => {
    const done = await call('station.rekey', {});
    const left =
      done.withoutKey.length > 0 ? ` Phrases de passe à redonner : ${done.withoutKey.join(', ')}.` : '';
    line.io.print(line.json ? JSON.stringify(done) : `La base a une nouvelle clé.${left}`);
    return EXIT.done;
  });
}
