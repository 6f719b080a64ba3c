import { CENTRE_ROOM, keepHeapSmall } from '#main/small-heap.ts';
import { serve } from './child.ts';
import { SCANS_BUCKET } from './scans-bucket.ts';

/**
 * A centre with its own PostgreSQL, fsync and synchronous_commit on: `centre-process.ts <data folder> <port>`. With a base and a folder of
 * scans besides, or the address of an object store, one instance of several over them.
 */
keepHeapSmall(CENTRE_ROOM);
const { startCentral } = await import('#central/index.ts');
const [, , dataFolder = '', port = '0', databaseUrl, scans] = process.argv;
const shared = databaseUrl && scans ? { databaseUrl, ...placeOf(scans) } : {};
const central = await startCentral({ dataFolder, port: Number(port), ...shared });

serve(
  {
    url: () => central.url,
    code: () => central.createEnrolmentCode({ label: 'mesure', validForMs: 3_600_000 }),
    cpuSeconds: () => (process.cpuUsage().user + process.cpuUsage().system) / 1e6,
  },
  () => central.close(),
);

function placeOf(scans: string) {
  if (!scans.startsWith('http:')) return { blobsFolder: scans };
  return { blobsBucket: { endpoint: scans, bucket: SCANS_BUCKET, region: 'us-east-1' } };
}
