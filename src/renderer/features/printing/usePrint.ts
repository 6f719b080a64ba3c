import type { CommandInput, CommandName } from '#shared/contract/index.ts';
import type { GuichetError } from '#shared/errors.ts';
import { useCommand } from '../../host/useCommand.ts';

type PrintCommand = Extract<
  CommandName,
  | 'confirmations.print'
  | 'letters.print'
  | 'letters.printBatch'
  | 'portfolios.printSlip'
  | 'printers.test'
  | 'prints.again'
  | 'returns.printSignedCopy'
>;

export interface Sending {
  isPending: boolean;
  error: GuichetError | null;
  /** Of the last one that a printer took. */
  printId: string | undefined;
}

/** Sends a document to the printer; `SentPrint` shows how it goes. */
export function usePrint<Name extends PrintCommand>(
  command: Name,
): { print(input: CommandInput<Name>): void; sending: Sending } {
  const { mutate, isPending, error, data } = useCommand(command);
  return { print: (input) => mutate(input), sending: { isPending, error, printId: data?.printId } };
}
