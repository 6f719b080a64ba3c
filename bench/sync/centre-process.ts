import { startCentral } from '#central/index.ts';
import { serve } from './child.ts';

/** A centre with its own PostgreSQL, fsync and synchronous_commit on: `centre-process.ts <data folder> <port>`. */
const central = await startCentral({ dataFolder: process.argv[2] ?? '', port: Number(process.argv[3] ?? 0) });

serve(
  {
    url: () => central.url,
    code: () => central.createEnrolmentCode({ label: 'mesure', validForMs: 3_600_000 }),
    cpuSeconds: () => (process.cpuUsage().user + process.cpuUsage().system) / 1e6,
  },
  () => central.close(),
);
