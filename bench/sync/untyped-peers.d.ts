/** The little of PouchDB and express-pouchdb the benchmark calls; neither ships types. */
declare module 'pouchdb' {
  interface Written {
    docs_written: number;
    ok: boolean;
  }
  export default class PouchDB {
    constructor(name: string);
    static defaults(options: { prefix: string }): typeof PouchDB;
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
