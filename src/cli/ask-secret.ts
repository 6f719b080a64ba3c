import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { UsageError, type Io } from './command.ts';

/** Asks on the terminal without showing what is typed. Without a terminal there is nobody to ask. */
export async function askSecret(question: string, io: Io): Promise<string> {
  if (!process.stdin.isTTY) throw new UsageError('Donnez la phrase de passe dans GUICHET_PASSPHRASE.');
  process.stderr.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reader = createInterface({ input: process.stdin, output: silent, terminal: true });
  const answer = await new Promise<string>((resolve) => reader.question('', resolve));
  reader.close();
  io.say('');
  return answer;
}
