// The program runs from its TypeScript: what Node made of each file is kept beside the packages, so that a second start, and each
// process started from here, need not make it anew. Never in the temporary folder, which others of the machine may write in.
import module from 'node:module';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url));
module.enableCompileCache(folder);
process.env['NODE_COMPILE_CACHE'] = folder;
