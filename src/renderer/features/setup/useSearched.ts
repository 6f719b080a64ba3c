import type { FirstStep } from '#shared/contract/station.ts';
import { useCommandQuery } from '../../host/useCommandQuery.ts';

/** What is still being looked for at a step, in words. The step itself asks for the same list. */
export function useSearched(step: FirstStep): string | undefined {
  const scanners = useCommandQuery('scanners.list', {}, { isFresh: true, enabled: step === 'scanner' });
  const printers = useCommandQuery('printers.list', {}, { isFresh: true, enabled: step === 'printer' });
  if (step === 'scanner' && scanners.isFetching) return 'Les scanners sont encore recherchés';
  if (step === 'printer' && printers.isFetching) return 'Les imprimantes sont encore recherchées';
  return undefined;
}
