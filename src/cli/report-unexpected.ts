/** A failure nobody foresaw, for whoever mends it: stderr only, never in the answer. */
export function reportUnexpected(error: unknown, method: string): void {
  const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${method} : ${words}\n`);
}
