import { QueryClient } from '@tanstack/react-query';
import type { GuichetError } from '#shared/errors.ts';

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: GuichetError;
  }
}

/**
 * The core is in the same machine: no retry (a refusal stays one), and no waiting for a network that it does not need.
 * What is shown grows old by the core's events, not by the clock.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: false, networkMode: 'always', refetchOnWindowFocus: false },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
