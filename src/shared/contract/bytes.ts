import { z } from 'zod';

/** Bytes as the codec carries them. */
export const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
