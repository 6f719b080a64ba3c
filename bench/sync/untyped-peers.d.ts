/** The little of PouchDB, its store and express-pouchdb the benchmark calls; none ships types. */
declare module 'leveldown' {
  type Done = (error?: Error) => void;
  export interface Store {
    _batch(operations: readonly object[], options: object, done: Done): void;
    _put(key: unknown, value: unknown, options: object, done: Done): void;
  }
  export default function leveldown(location: string): Store;
}
declare module 'pouchdb' {
  import type { Store } from 'leveldown';
  interface Written {
    docs_written: number;
    ok: boolean;
  }
  export default class PouchDB {
    constructor(name: string);
    static defaults(options: { prefix: string; db?: (location: string) => Store }): typeof PouchDB;
    bulkDocs(documents: readonly object[]): Promise<unknown>;
    replicate: { to(url: string, options: { batch_size: number }): Promise<Written> };
    close(): Promise<void>;
  }
}
declare module 'express-pouchdb' {
  import type { RequestListener } from 'node:http';
  import type PouchDB from 'pouchdb';
  export default function expressPouchDB(
    database: typeof PouchDB,
    options: { mode: string; logPath: string },
  ): RequestListener;
}
declare module 'express' {
  import type { RequestListener } from 'node:http';
  interface Application {
    (...parameters: Parameters<RequestListener>): void;
    use(path: string, handler: RequestListener): void;
  }
  export default function express(): Application;
}
