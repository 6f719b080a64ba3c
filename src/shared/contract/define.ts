import type { z } from 'zod';

/** Who may call: anyone before unlocking, or a clerk whose passphrase opened the data folder. */
export type Access = 'public' | 'agent';

export interface CommandDefinition<
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
  Who extends Access = Access,
> {
  access: Who;
  input: Input;
  output: Output;
}

/** One line of the contract. Identity function: it only fixes the types. */
export function defineCommand<Input extends z.ZodType, Output extends z.ZodType, Who extends Access>(
  definition: CommandDefinition<Input, Output, Who>,
): CommandDefinition<Input, Output, Who> {
  return definition;
}
