import { mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import express from 'express';
import expressPouchDB from 'express-pouchdb';
import PouchDB from 'pouchdb';
import { serve } from './child.ts';
import { durableLeveldb } from './durable-leveldb.ts';

/** The peer's centre: express-pouchdb over leveldb. `peer-process.ts <folder> [durable]`. */
const [, , parent = '', durability = ''] = process.argv;
const folder = join(parent, `pouchdb-centre-${durability}`);
mkdirSync(folder, { recursive: true });
const Centre = PouchDB.defaults({
  prefix: `${folder}/`,
  ...(durability === 'durable' ? { db: durableLeveldb } : {}),
});
const app = express();
app.use('/', expressPouchDB(Centre, { mode: 'minimumForPouchDB', logPath: join(folder, 'log.txt') }));
const server = createServer(app);
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

serve({ url: () => `http://127.0.0.1:${(server.address() as AddressInfo).port}` }, () => server.close());
