import type { CentralOptions } from '#central/index.ts';
import { requiredOption, textOption, type CommandLine } from '../command.ts';

/** Where scans lie, when not in a folder. */
export function bucketOf(line: CommandLine): Pick<CentralOptions, 'blobsBucket'> {
  const endpoint = textOption(line, 's3');
  if (endpoint === undefined) return {};
  const bucket = requiredOption(line, 's3-bucket');
  return { blobsBucket: { endpoint, bucket, region: textOption(line, 's3-region') ?? 'us-east-1' } };
}
