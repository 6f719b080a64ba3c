import type { z } from 'zod';

/** Who may call: anyone before unlocking, or a clerk whose passphrase opened the data folder. */
export type Access = 'public' | 'agent';

export interface CommandDefinition<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  access: Access;
  input: Input;
  output: Output;
}

/** One line of the contract. Identity function: it only fixes the types. */
export function defineCommand<Input extends z.ZodType, Output extends z.ZodType>(
  definition: CommandDefinition<Input, Output>,
): CommandDefinition<Input, Output> {
  return definition;
}
