import { CHECKS } from './checks.ts';
import { createProbe, NotConforming } from './probe.ts';

export interface ConformanceResult {
  name: string;
  /** Undefined when the server does as the protocol says. */
  fault: string | undefined;
}

/**
 * Puts a server through everything it must do, or through what is wanted of it; a station is always enrolled first. Leaves behind that
 * station, suspended, and a dozen registrations of nobody.
 */
export async function runConformance(
  url: string,
  code: string,
  isWanted: (name: string) => boolean = () => true,
): Promise<ConformanceResult[]> {
  const probe = createProbe(url, code);
  const results: ConformanceResult[] = [];
  for (const { name, run } of CHECKS) {
    if (name !== CHECKS[0]?.name && !isWanted(name)) continue;
    const fault = await run(probe).then(
      () => undefined,
      (error: unknown) => faultOf(error),
    );
    results.push({ name, fault });
  }
  return results;
}

function faultOf(error: unknown): string {
  if (error instanceof NotConforming) return error.message;
  return error instanceof Error ? `${error.name} : ${error.message.slice(0, 200)}` : 'erreur inconnue';
}
