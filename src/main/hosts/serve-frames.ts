import type { EventName } from '#shared/events.ts';
import { decode, encode } from '#shared/wire/codec.ts';
import type { Envelope } from '#shared/wire/envelope.ts';
import { callFrameSchema, MAX_FRAME_LENGTH, type CallFrame } from '#shared/wire/frames.ts';
import type { Core } from '#main/core.ts';

/** The sender is not our window: no window of ours makes such a frame. A host ends the conversation. */
export class MalformedFrameError extends Error {}

/** One encoded call in, one encoded reply out, the same in both hosts. Throws MalformedFrameError. */
export async function answerFrame(core: Pick<Core, 'call'>, frame: string): Promise<string> {
  const { id, method, input } = parseCall(frame);
  return encodeReply(id, await core.call(method, input));
}

export function encodeEvent(name: EventName, payload: unknown): string {
  return encode({ kind: 'event', name, payload });
}

function parseCall(frame: string): CallFrame {
  if (frame.length > MAX_FRAME_LENGTH) throw new MalformedFrameError('frame too long');
  let decoded: unknown;
  try {
    decoded = decode(frame);
  } catch (cause) {
    // Not only CodecError: nested deeply enough, hostile JSON exhausts the stack.
    throw new MalformedFrameError('frame cannot be decoded', { cause });
  }
  const parsed = callFrameSchema.safeParse(decoded);
  if (!parsed.success) throw new MalformedFrameError('not a call', { cause: parsed.error });
  return parsed.data;
}

function encodeReply(id: number, envelope: Envelope): string {
  const reply = encode({ kind: 'reply', id, envelope });
  if (reply.length <= MAX_FRAME_LENGTH) return reply;
  return encode({ kind: 'reply', id, envelope: { ok: false, error: { code: 'file-too-large' } } });
}
