import type { Readable } from 'node:stream';
import type { Core } from '#main/core.ts';
import type { CommandInput, CommandName, CommandOutput } from '#shared/contract/index.ts';

/** Exit codes of the program, stable: docs/operations.md. */
export const EXIT = { done: 0, failure: 1, badUse: 2, someRefused: 3 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

export type OptionValues = Record<string, string | boolean | string[] | undefined>;

/** Wrong words on the command line: exit 2 with the command's usage. */
export class UsageError extends Error {}

export interface CommandLine {
  positionals: string[];
  options: OptionValues;
  /** `--json`: exactly one JSON document on stdout. */
  json: boolean;
  io: Io;
}

/** stdout carries results only; everything said to a person goes to stderr. */
export interface Io {
  print(text: string): void;
  say(text: string): void;
  /** Path typed by the user, relative to where she is. */
  resolve(path: string): string;
  /** What is typed, or sent through a pipe. */
  input(): Readable;
}

export interface UnlockedCore {
  core: Core;
  /** Calls a command; a failure is thrown as GuichetError. */
  call<Name extends CommandName>(name: Name, input: CommandInput<Name>): Promise<CommandOutput<Name>>;
}

export interface CliCommand {
  name: string;
  /** One line for `guichet --help`. */
  summary: string;
  /** After `guichet`: `register FILE|-`. */
  usage: string;
  /** Lines of `guichet <command> --help`. */
  help: string[];
  options: Record<string, { type: 'string' | 'boolean'; multiple?: boolean }>;
  run(line: CommandLine): Promise<ExitCode>;
}

export function textOption(line: CommandLine, name: string): string | undefined {
  const value = line.options[name];
  return typeof value === 'string' ? value : undefined;
}

export function requiredOption(line: CommandLine, name: string): string {
  const value = textOption(line, name);
  if (value === undefined) throw new UsageError(`Il manque --${name}.`);
  return value;
}

export function requiredPositional(line: CommandLine, index: number, what: string): string {
  const value = line.positionals[index];
  if (value === undefined) throw new UsageError(`Il manque ${what}.`);
  return value;
}

/** The action that the first word names, of those in the table. Throws UsageError. */
export function namedAction<Action>(line: CommandLine, actions: Readonly<Record<string, Action>>): Action {
  const name = requiredPositional(line, 0, `l’action : ${Object.keys(actions).join(', ')}`);
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
  if (!action) throw new UsageError(`« ${name} » n’est pas une action.`);
  return action;
}
