import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { contract, type CommandName } from '#shared/contract/index.ts';
import { anAttackedStation } from './attacked-station.ts';

export interface Wrapping {
  commands: number;
  /** Commands that showed every mark of the wrapper: nobody is served before the door, and no word that its schema does not know. */
  wrapped: string[];
  /** Places of the program that take a handler past it. */
  bypasses: string[];
}

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
/** The wrapper, which alone may hold every handler. */
const WRAPPER = join('src', 'main', 'app.ts');
const NO_INPUT = { 'une rubrique que personne ne connaît': true };

/** Whether each command of the contract is reached by the one way that checks the caller, the input and the output, and tells the log. */
export async function findWrapping(): Promise<Wrapping> {
  const station = await anAttackedStation();
  const answer = async (name: CommandName) => {
    const envelope = await station.core.call(name, NO_INPUT);
    return envelope.ok ? 'done' : envelope.error.code;
  };
  const names = Object.keys(contract) as CommandName[];
  const wrapped: string[] = [];
  const strict = new Set<string>();
  for (const name of names) if ((await answer(name)) === 'invalid-input') strict.add(name);
  await station.call('session.lock', {});
  for (const name of names) {
    const atDoor = await answer(name);
    const expected = contract[name].access === 'public' ? 'invalid-input' : 'locked';
    if (strict.has(name) && atDoor === expected) wrapped.push(name);
  }
  await station.destroy();
  return { commands: names.length, wrapped, bypasses: findBypasses() };
}

/** A file of handlers is imported by the index of its own folder, and what that gives by the wrapper. */
function findBypasses(): string[] {
  return sources().flatMap(({ path, text }) => {
    const imports = [...text.matchAll(/import \{([^}]*)\} from '([^']+)'/g)];
    return imports.flatMap(([, names = '', from = '']) => {
      const isFile = /-handlers\.ts$/.test(from);
      const isOwnIndex = basename(path) === 'index.ts' && dirname(from) === '.';
      const isTaken = isFile ? !isOwnIndex : /\b\w+Handlers\b(?! as)/.test(names.replace(/type \w+/g, ''));
      return isTaken && path !== WRAPPER ? [`${path}: ${from}`] : [];
    });
  });
}

function sources(): { path: string; text: string }[] {
  return readdirSync(join(PROJECT, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.includes('.test.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: relative(PROJECT, path), text: readFileSync(path, 'utf8') }));
}
