import { syncSummarySchema } from '#shared/contract/sync.ts';
import { counted } from '#shared/sentences/counted.ts';
import { EXIT, type CliCommand } from '../command.ts';
import { withStation } from '../open-core.ts';
import { waitForJob } from '../wait-for-job.ts';

export const sync: CliCommand = {
  name: 'sync',
  summary: 'Envoie les lots au serveur central jusqu’à ce que rien n’attende.',
  usage: 'sync',
  help: ['  Une coupure ne perd rien : relancez la commande.'],
  options: {},
  run: (line) =>
    withStation(line, async (station) => {
      const { jobId } = await station.call('sync.run', {});
      const result = await waitForJob(station, jobId, (job) => line.io.say(job.label));
      const summary = syncSummarySchema.parse(result);
      line.io.print(
        line.json
          ? JSON.stringify(summary)
          : `${counted(summary.opsAccepted, 'opération reçue')}, ${counted(summary.opsDuplicate, 'déjà reçue', 'déjà reçues')}, ${counted(summary.opsRefused, 'refusée')}, ${counted(summary.scansSent, 'numérisation envoyée')} ; en attente : ${summary.opsPending} et ${summary.scansPending}.`,
      );
      return summary.opsRefused > 0 ? EXIT.someRefused : EXIT.done;
    }),
};
