import type { CommandOutput } from '#shared/contract/index.ts';
import { counted } from '#shared/sentences/counted.ts';
import {
  EXIT,
  requiredOption,
  requiredPositional,
  UsageError,
  type CliCommand,
  type CommandLine,
  type ExitCode,
  type UnlockedCore,
} from '../command.ts';
import { withStation } from '../open-core.ts';
import { writeWhole } from '../write-whole.ts';

export const portfolios: CliCommand = {
  name: 'portfolios',
  summary: 'Les portefeuilles des gestionnaires : dossiers prêts, bordereaux de transmission.',
  usage:
    'portfolios list | slips | make CAMPAGNE PORTEFEUILLE --out FICHIER | slip IDENTIFIANT --out FICHIER',
  help: [
    '  make met tous les dossiers prêts du portefeuille sur un nouveau bordereau ; UNASSIGNED : ceux à répartir.',
    '  slip écrit de nouveau un bordereau archivé.',
  ],
  options: { out: { type: 'string' } },
  run: (line) =>
    withStation(line, (station) => {
      const action = requiredPositional(line, 0, 'l’action : list, slips, make ou slip');
      switch (action) {
        case 'list':
          return list(line, station);
        case 'slips':
          return slips(line, station);
        case 'make':
          return make(line, station);
        case 'slip':
          return write(line, station, requiredPositional(line, 1, 'l’identifiant du bordereau'));
        default:
          throw new UsageError(`« ${action} » n’est pas une action.`);
      }
    }),
};

async function list({ json, io }: CommandLine, { call }: UnlockedCore): Promise<ExitCode> {
  const campaigns = await call('portfolios.list', {});
  io.print(json ? JSON.stringify(campaigns) : campaigns.map(describeCampaign).join('\n'));
  return EXIT.done;
}

async function slips({ json, io }: CommandLine, { call }: UnlockedCore): Promise<ExitCode> {
  const found = await call('portfolios.slips', {});
  const described = found.map(
    ({ id, slipNumber, portfolioTitle, entryCount }) =>
      `${slipNumber}  ${portfolioTitle}, ${counted(entryCount, 'dossier')}  ${id}`,
  );
  io.print(json ? JSON.stringify(found) : described.join('\n'));
  return EXIT.done;
}

async function make(line: CommandLine, station: UnlockedCore): Promise<ExitCode> {
  const campaignId = requiredPositional(line, 1, 'la campagne');
  const portfolioId = requiredPositional(line, 2, 'le portefeuille');
  requiredOption(line, 'out');
  const { id } = await station.call('portfolios.makeSlip', { campaignId, portfolioId });
  return write(line, station, id);
}

async function write(line: CommandLine, { call }: UnlockedCore, id: string): Promise<ExitCode> {
  const file = line.io.resolve(requiredOption(line, 'out'));
  const { pdf, ...slip } = await call('portfolios.slipPdf', { id });
  await writeWhole(file, [pdf]);
  line.io.print(line.json ? JSON.stringify({ ...slip, file }) : file);
  return EXIT.done;
}

function describeCampaign({
  campaignId,
  campaignTitle,
  queues,
}: CommandOutput<'portfolios.list'>[number]): string {
  const lines = queues.map(
    ({ desk, counts }) =>
      `    ${desk.id}  ${desk.title} : ${counted(counts.ready, 'prêt')}, ${counts.awaiting} en attente, ${counts.transmitted} transmis`,
  );
  return [`${campaignId}  ${campaignTitle}`, ...lines].join('\n');
}
