import { serve } from '#main/hosts/browser/serve.ts';

/** The browser host as `npm start` runs it, on the data folder that is named: says its address, then runs until it is killed. */
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('a data folder');
const host = await serve({ version: '0.0.0-test', projectFolder: process.cwd(), folder });
process.stdout.write(`${host.url}\n`);
