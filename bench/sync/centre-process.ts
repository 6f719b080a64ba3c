import { keepHeapSmall } from '#main/small-heap.ts';
import { serve } from './child.ts';

/**
 * A centre with its own PostgreSQL, fsync and synchronous_commit on: `centre-process.ts <data folder> <port>`. With a base and a folder of
 * scans besides, one instance of several over them.
 */
keepHeapSmall();
const { startCentral } = await import('#central/index.ts');
const [, , dataFolder = '', port = '0', databaseUrl, blobsFolder] = process.argv;
const shared = databaseUrl && blobsFolder ? { databaseUrl, blobsFolder } : {};
const central = await startCentral({ dataFolder, port: Number(port), ...shared });

serve(
  {
    url: () => central.url,
    code: () => central.createEnrolmentCode({ label: 'mesure', validForMs: 3_600_000 }),
    cpuSeconds: () => (process.cpuUsage().user + process.cpuUsage().system) / 1e6,
  },
  () => central.close(),
);
