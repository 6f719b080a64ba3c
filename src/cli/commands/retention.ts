import { purgeReportSchema, type RetentionSession } from '#shared/contract/privacy.ts';
import { frenchDate } from '#shared/fields/stringify.ts';
import {
  EXIT,
  namedAction,
  requiredOption,
  requiredPositional,
  type CliCommand,
  type CommandLine,
  type ExitCode,
  type UnlockedCore,
} from '../command.ts';
import { withStation } from '../open-core.ts';
import { waitForJob } from '../wait-for-job.ts';
import { refuseExisting, writeWhole } from '../write-whole.ts';

type Action = (line: CommandLine, station: UnlockedCore) => Promise<ExitCode>;

const ACTIONS: Record<string, Action> = { preview, list, purge, hold, release };

export const retention: CliCommand = {
  name: 'retention',
  summary: 'Durées de conservation : ce qui est échu, le bordereau, l’élimination, les litiges.',
  usage: 'retention preview | list FICHIER | purge | hold N° --reason MOTIF | release N° --reason MOTIF',
  help: [
    '  preview  ce qui est échu, par session, et ce qui est retenu',
    '  list     le bordereau d’élimination en CSV, à faire viser par l’administration des archives',
    '  purge    --visa RÉFÉRENCE --visa-date AAAA-MM-JJ --digest EMPREINTE : détruit ce que le bordereau visé a compté, et rien d’autre',
    '  hold, release  conserve un dossier pour un litige, ou met fin à cette conservation',
  ],
  options: {
    visa: { type: 'string' },
    'visa-date': { type: 'string' },
    digest: { type: 'string' },
    reason: { type: 'string' },
    force: { type: 'boolean' },
  },
  run(line) {
    const action = namedAction(line, ACTIONS);
    return withStation(line, (station) => action(line, station));
  },
};

async function preview({ json, io }: CommandLine, { call }: UnlockedCore): Promise<ExitCode> {
  const found = await call('retention.preview', {});
  const text = [
    ...found.sessions.map(described),
    `À éliminer : ${found.disposable}. Empreinte : ${found.digest}`,
  ].join('\n');
  io.print(json ? JSON.stringify(found) : text);
  return EXIT.done;
}

const PHASE_WORDS: Record<RetentionSession['phase'], string> = {
  active: 'active',
  intermediate: 'archives intermédiaires',
  due: 'échue',
};

function described(session: RetentionSession): string {
  const { examYear, phase, keptUntil, files, held, unsent, unconfirmed, disposable } = session;
  return `Session ${examYear}  ${PHASE_WORDS[phase]}, jusqu’au ${frenchDate(keptUntil)}  dossiers : ${files} ; litiges : ${held} ; non reçus : ${unsent} ; reçus, confirmés depuis moins de trente jours ou pas encore : ${unconfirmed} ; à éliminer : ${disposable}`;
}

async function list(line: CommandLine, { call }: UnlockedCore): Promise<ExitCode> {
  const path = line.io.resolve(requiredPositional(line, 1, 'le fichier à écrire'));
  refuseExisting(path, line);
  const { bytes } = await call('retention.disposalList', {});
  await writeWhole(path, [bytes]);
  line.io.print(line.json ? JSON.stringify({ file: path }) : path);
  return EXIT.done;
}

async function purge(line: CommandLine, station: UnlockedCore): Promise<ExitCode> {
  const { jobId } = await station.call('retention.purge', {
    visaReference: requiredOption(line, 'visa'),
    visaOn: requiredOption(line, 'visa-date'),
    digest: requiredOption(line, 'digest'),
  });
  const result = await waitForJob(station, jobId, (job) => line.io.say(job.label));
  const report = purgeReportSchema.parse(result);
  const { registrations, documents } = report.counts;
  line.io.print(
    line.json
      ? JSON.stringify(report)
      : `Dossiers détruits : ${registrations}. Documents détruits : ${documents}.`,
  );
  return EXIT.done;
}

async function hold(line: CommandLine, { call }: UnlockedCore): Promise<ExitCode> {
  await call('retention.hold', litigationOf(line));
  line.io.print(line.json ? '{}' : 'Dossier conservé pour litige.');
  return EXIT.done;
}

async function release(line: CommandLine, { call }: UnlockedCore): Promise<ExitCode> {
  await call('retention.release', litigationOf(line));
  line.io.print(line.json ? '{}' : 'Conservation pour litige terminée.');
  return EXIT.done;
}

function litigationOf(line: CommandLine) {
  return {
    number: requiredPositional(line, 1, 'le numéro d’inscription'),
    reason: requiredOption(line, 'reason'),
  };
}
