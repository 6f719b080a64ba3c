import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { assetPath } from '#main/asset-path.ts';

/** Reads and validates a shipped JSON file. A fault is a fault of the build: it throws as it is, and is not anticipated. */
export function readAsset<Schema extends z.ZodType>(name: string, schema: Schema): z.output<Schema> {
  return schema.parse(JSON.parse(readFileSync(assetPath(name), 'utf8')));
}
