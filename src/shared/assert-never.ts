/** Ends a `switch` so that the compiler reports a case that was forgotten. */
export function assertNever(value: never): never {
  throw new Error(`Cas imprévu : ${JSON.stringify(value)}`);
}
