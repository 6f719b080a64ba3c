import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { GuichetError } from '#shared/errors.ts';
import { errorSentence } from '#shared/sentences/error-sentences.ts';
import { namedProblemSentence } from '#shared/sentences/problem-sentences.ts';
import { CENTRE_ROOM, keepHeapSmall } from '#main/small-heap.ts';
import { EXIT, UsageError, type CliCommand, type CommandLine, type ExitCode, type Io } from './command.ts';
import { COMMANDS } from './commands/index.ts';
import { programVersion } from './program-version.ts';
import { commandHelp, generalHelp } from './help.ts';

const GLOBAL_OPTIONS = {
  data: { type: 'string' },
  agent: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

process.exitCode = await main(process.argv.slice(2));

async function main(words: string[]): Promise<ExitCode> {
  const io = createIo();
  // The first word that is neither an option nor the value of one: `--data DIR` may come before the command.
  const [name] = parseArgs({
    args: words,
    allowPositionals: true,
    strict: false,
    options: GLOBAL_OPTIONS,
  }).positionals;
  keepHeapSmall(name === 'central' ? CENTRE_ROOM : undefined);
  if (name === undefined && words.includes('--version')) {
    io.print(programVersion());
    return EXIT.done;
  }
  if (name === undefined) {
    io.print(generalHelp(COMMANDS));
    return words.includes('--help') || words.includes('-h') ? EXIT.done : EXIT.badUse;
  }
  const command = COMMANDS.find((one) => one.name === name);
  if (!command) {
    io.say(`« ${name} » n’est pas une commande. « guichet --help » les donne toutes.`);
    return EXIT.badUse;
  }
  return runCommand(command, words, io);
}

async function runCommand(command: CliCommand, words: string[], io: Io): Promise<ExitCode> {
  try {
    const { values, positionals } = parseWords(command, words);
    if (values['help'] === true) {
      io.print(commandHelp(command));
      return EXIT.done;
    }
    const line: CommandLine = {
      positionals: positionals.slice(1),
      options: values,
      json: values['json'] === true,
      io,
    };
    return await command.run(line);
  } catch (error) {
    if (error instanceof UsageError) {
      io.say(`${error.message}\nUsage : guichet ${command.usage}`);
      return EXIT.badUse;
    }
    if (!(error instanceof GuichetError)) throw error;
    io.say(errorSentence(error));
    for (const problem of error.fields) io.say(`  ${namedProblemSentence(problem)}`);
    return EXIT.failure;
  }
}

function parseWords(command: CliCommand, words: string[]) {
  try {
    return parseArgs({
      args: words,
      allowPositionals: true,
      options: { ...command.options, ...GLOBAL_OPTIONS },
    });
  } catch (error) {
    throw new UsageError(
      error instanceof Error
        ? `Option non reconnue ou incomplète (${error.message}).`
        : 'Options illisibles.',
    );
  }
}

function createIo(): Io {
  // `npm run guichet` changes to the project's folder; the user's own is in INIT_CWD.
  const base = process.env['npm_lifecycle_event'] === 'guichet' ? (process.env['INIT_CWD'] ?? '.') : '.';
  return {
    print: (line) => void process.stdout.write(`${line}\n`),
    say: (line) => void process.stderr.write(`${line}\n`),
    resolve: (path) => resolve(base, path),
    input: () => process.stdin,
  };
}
