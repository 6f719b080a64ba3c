import type { CommandOutput } from '#shared/contract/index.ts';

/** The image of a page, and the address its bytes have in this window. */
export interface Scan {
  image: NonNullable<CommandOutput<'returns.open'>['image']>;
  url: string | undefined;
}
