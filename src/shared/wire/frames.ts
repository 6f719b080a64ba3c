import { z } from 'zod';
import { envelopeSchema } from './envelope.ts';

/** A call as it leaves the renderer; `id` pairs it with its reply. */
export const callFrameSchema = z.strictObject({
  kind: z.literal('call'),
  id: z.number().int().nonnegative(),
  method: z.string().max(100),
  input: z.unknown(),
});

export const replyFrameSchema = z.strictObject({
  kind: z.literal('reply'),
  id: z.number().int().nonnegative(),
  envelope: envelopeSchema,
});

export const eventFrameSchema = z.strictObject({
  kind: z.literal('event'),
  name: z.string(),
  payload: z.unknown(),
});

/** What the core sends to the renderer. */
export const hostFrameSchema = z.discriminatedUnion('kind', [replyFrameSchema, eventFrameSchema]);

export type CallFrame = z.infer<typeof callFrameSchema>;
export type ReplyFrame = z.infer<typeof replyFrameSchema>;
export type EventFrame = z.infer<typeof eventFrameSchema>;

/** One frame never exceeds this many UTF-16 units: a stack of scans is sent file by file. */
export const MAX_FRAME_LENGTH = 96 * 1024 * 1024;
