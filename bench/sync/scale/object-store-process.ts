import S3rver from 's3rver';
import { serve } from '../child.ts';
import { SCANS_BUCKET } from '../scans-bucket.ts';

/** An S3-compatible store over a folder: `object-store-process.ts <folder>`. It is a development server, and does not wait for the disk. */
const server = new S3rver({
  address: '127.0.0.1',
  port: 0,
  silent: true,
  directory: process.argv[2] ?? '',
  configureBuckets: [{ name: SCANS_BUCKET, configs: [] }],
});
const { port } = await server.run();

serve({ url: () => `http://127.0.0.1:${port}` }, () => server.close());
