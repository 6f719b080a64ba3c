import { QueryClient } from '@tanstack/react-query';
import type { GuichetError } from '#shared/errors.ts';
import { DecodedImage } from './decoded-image.ts';

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
  const client = new QueryClient({
    defaultOptions: {
      queries: { retry: false, networkMode: 'always', refetchOnWindowFocus: false },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
  client.getQueryCache().subscribe(({ type, query }) => {
    const data: unknown = query.state.data;
    if (type === 'removed' && data instanceof DecodedImage) data.release();
  });
  return client;
}
