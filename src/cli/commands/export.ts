import { EXPORT_FORMATS } from '#shared/contract/lists.ts';
import { counted } from '#shared/sentences/counted.ts';
import {
  EXIT,
  requiredOption,
  requiredPositional,
  UsageError,
  type CliCommand,
  type UnlockedCore,
} from '../command.ts';
import { withStation } from '../open-core.ts';
import { waitForJob } from '../wait-for-job.ts';
import { refuseExisting, writeWhole } from '../write-whole.ts';
import { FILTER_HELP, filtersOf } from './list-filters.ts';

export const exportList: CliCommand = {
  name: 'export',
  summary: 'Écrit la liste des inscriptions : CSV, XLSX ou fichier d’échange.',
  usage: 'export --format csv|xlsx|exchange FICHIER [--filter NOM=VALEUR]… [--force]',
  help: [
    '  csv       UTF-8, points-virgules, une ligne par inscription ; ce qu’un tableur prendrait pour une formule est rendu inoffensif',
    '  xlsx      la même liste, dates comprises comme des dates',
    '  exchange  fichier d’échange de Guichet (docs/exchange-file.md) : valeurs brutes, pour un programme et non pour un tableur',
    ...FILTER_HELP,
    '  --force   remplace un fichier qui existe',
  ],
  options: {
    format: { type: 'string' },
    filter: { type: 'string', multiple: true },
    force: { type: 'boolean' },
  },
  run(line) {
    const wanted = requiredOption(line, 'format');
    const format = EXPORT_FORMATS.find((one) => one === wanted);
    if (!format) throw new UsageError('--format est csv, xlsx ou exchange.');
    const path = line.io.resolve(requiredPositional(line, 0, 'le fichier à écrire'));
    const filters = filtersOf(line);
    refuseExisting(path, line);
    return withStation(line, async (station) => {
      const { jobId } = await station.call('lists.export', { filters, format });
      const told = waitForJob(station, jobId, (job) => line.io.say(job.label));
      const [result] = await Promise.all([told, writeWhole(path, piecesOf(station, jobId))]);
      const { count } = result as { count: number };
      const words = counted(count, 'inscription écrite');
      line.io.print(line.json ? JSON.stringify({ file: path, count }) : `${words} dans ${path}.`);
      return EXIT.done;
    });
  },
};

async function* piecesOf(station: UnlockedCore, jobId: string): AsyncIterable<Uint8Array> {
  for (;;) {
    const { bytes } = await station.call('lists.chunk', { jobId });
    if (bytes === null) return;
    yield bytes;
  }
}
