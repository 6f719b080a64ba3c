import leveldown, { type Store } from 'leveldown';

/**
 * PouchDB's own store, that waits for the disk at each write as both our sides do. By default leveldb leaves a commit in the system's memory,
 * where a power cut takes it.
 */
export function durableLeveldb(location: string): Store {
  const store = leveldown(location);
  const batch = store._batch.bind(store);
  const put = store._put.bind(store);
  store._batch = (operations, options, done) => batch(operations, { ...options, sync: true }, done);
  store._put = (key, value, options, done) => put(key, value, { ...options, sync: true }, done);
  return store;
}
