import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Client } from '../../host/client.ts';
import { DecodedImage } from '../../host/decoded-image.ts';
import { useHost } from '../../host/HostContext.tsx';

/** Longer than a page is looked at, short enough for a stack not to fill the memory. */
const KEPT_MS = 60_000;

/** The image of a page never changes: asked once, decoded ahead of the page being opened. Null when there is none. */
export function pageImageQuery(client: Client, id: string) {
  return queryOptions({
    queryKey: ['returns.image', { id }, 'decoded'],
    queryFn: async () => {
      const { jpeg } = await client.call('returns.image', { id });
      return jpeg && (await DecodedImage.of(jpeg, 'image/jpeg'));
    },
    staleTime: Infinity,
    gcTime: KEPT_MS,
    // Two of them are the same when they are one: an image is not compared, nor copied.
    structuralSharing: false,
  });
}

/** Its address, once it can be drawn without waiting. */
export function usePageImage(id: string): string | undefined {
  const { client } = useHost();
  return useQuery(pageImageQuery(client, id)).data?.url;
}
