import { onTestFinished } from 'vitest';
import S3rver from 's3rver';
import { aFolder } from './folder.ts';

const BUCKET = 'scans';

/** A real S3-compatible server on loopback, with one empty bucket. */
export async function anObjectStore(): Promise<{ endpoint: string; bucket: string; region: string }> {
  process.env['AWS_ACCESS_KEY_ID'] = 'S3RVER';
  process.env['AWS_SECRET_ACCESS_KEY'] = 'S3RVER';
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory: aFolder(),
    configureBuckets: [{ name: BUCKET, configs: [] }],
  });
  const { port } = await server.run();
  onTestFinished(() => server.close());
  return { endpoint: `http://127.0.0.1:${port}`, bucket: BUCKET, region: 'us-east-1' };
}
