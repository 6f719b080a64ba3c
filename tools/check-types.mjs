// One tsconfig per room, so that no room sees the globals of another; two compilers at a time, which remember in .cache
// what they checked.
import './check-node.mjs';
import { execFile } from 'node:child_process';
// As a whole: an old Node, which lacks `globSync`, must reach the sentence of check-node.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';

const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
const rooms = fs.globSync(['tsconfig.json', 'src/*/tsconfig.json', '{tests,tools,bench}/tsconfig.json']);

let failed = false;
await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, checkNextRooms));
process.exit(failed ? 1 : 0);

async function checkNextRooms() {
  for (let room = rooms.shift(); room; room = rooms.shift()) await checkRoom(room);
}

/** @param {string} room @returns {Promise<void>} */
function checkRoom(room) {
  return new Promise((resolve) => {
    const memory = `.cache/tsc/${room.replaceAll('/', '-')}.tsbuildinfo`;
    const args = ['--project', room, '--pretty', 'false', '--incremental', '--tsBuildInfoFile', memory];
    execFile(process.execPath, [compiler, ...args], (error, stdout) => {
      if (error) failed = true;
      process.stdout.write(stdout);
      resolve();
    });
  });
}
