const GIVEN_UP_MS = 10_000;

/** Waits for what another program does. Works without a test runner. */
export async function until(what: string, condition: () => boolean): Promise<void> {
  const deadlineMs = performance.now() + GIVEN_UP_MS;
  while (!condition()) {
    if (performance.now() > deadlineMs) throw new Error(`${what}: nothing in ${GIVEN_UP_MS / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
