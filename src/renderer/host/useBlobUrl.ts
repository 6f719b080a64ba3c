import { useEffect, useState } from 'react';

/** An address for bytes held in memory; undefined without bytes, and for the instant before it exists. */
export function useBlobUrl(bytes: Uint8Array | undefined, mediaType: string): string | undefined {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (!bytes) return;
    const created = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: mediaType }));
    // The address is a resource of the page: it is made and released by this effect, so it can only be known after it.
    // eslint-disable-next-line react-hooks/set-state-in-effect
    setUrl(created);
    return () => URL.revokeObjectURL(created);
  }, [bytes, mediaType]);
  return url;
}
