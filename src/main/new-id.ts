import { v7 } from 'uuid';

/** Internal identity of a thing: UUIDv7, ordered by creation, never shown to a clerk. */
export function newId(): string {
  return v7();
}
