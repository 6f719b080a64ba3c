import { stackResultSchema } from '#shared/contract/returns.ts';
import { EXIT, requiredPositional, type CliCommand } from '../command.ts';
import { scansAt } from '../files-at.ts';
import { withStation } from '../open-core.ts';
import { waitForJob } from '../wait-for-job.ts';

export const scan: CliCommand = {
  name: 'scan',
  summary: 'Lit des confirmations rendues : une ligne JSON par page.',
  usage: 'scan FICHIER|DOSSIER… [--attach]',
  help: [
    '  JPEG, PNG, TIFF (plusieurs pages) ou PDF.',
    '  --attach  garde les originaux et les lectures, à accepter par une personne sur l’écran Retours',
  ],
  options: { attach: { type: 'boolean' } },
  run: (line) =>
    withStation(line, async (station) => {
      requiredPositional(line, 0, 'le fichier ou le dossier');
      const files = scansAt(line.positionals.map((path) => line.io.resolve(path)));
      const { jobId } = await station.call('returns.read', { files, keep: line.options['attach'] === true });
      const result = await waitForJob(station, jobId, (job) =>
        line.io.say(`${job.done} page(s) : ${job.label}`),
      );
      for (const reading of stackResultSchema.parse(result).readings) line.io.print(JSON.stringify(reading));
      return EXIT.done;
    }),
};
