import { expect, test } from 'vitest';
import { decode, encode } from '#shared/wire/codec.ts';
import { MAX_FRAME_LENGTH } from '#shared/wire/frames.ts';
import type { Core } from '#main/core.ts';
import { answerFrame, encodeEvent, MalformedFrameError } from './serve-frames.ts';

/** Answers what it was asked, so that a reply shows what reached the core. */
const echo: Pick<Core, 'call'> = {
  call: (method, input) => Promise.resolve({ ok: true, value: { method, input } }),
};

test('a call reaches the core with its bytes, and its reply bears its number', async () => {
  const call = { kind: 'call', id: 7, method: 'returns.read', input: { page: Uint8Array.of(1, 2) } };

  expect(decode(await answerFrame(echo, encode(call)))).toEqual({
    kind: 'reply',
    id: 7,
    envelope: { ok: true, value: { method: 'returns.read', input: { page: Uint8Array.of(1, 2) } } },
  });
});

test.for([
  ['nothing', ''],
  ['not JSON', '{'],
  ['not a call', encode({ kind: 'reply', id: 1, envelope: { ok: true, value: 1 } })],
  ['no method', encode({ kind: 'call', id: 1, input: {} })],
  ['a member too many', encode({ kind: 'call', id: 1, method: 'a', input: {}, role: 'bureauHead' })],
  ['a number that is not one', '{"kind":"call","id":"1","method":"a","input":{}}'],
  ['bytes that are not base64', '{"kind":"call","id":1,"method":"a","input":{"$bytes":"é"}}'],
  ['a nest that exhausts the stack', `${'['.repeat(200_000)}${']'.repeat(200_000)}`],
  ['a frame too long', ' '.repeat(MAX_FRAME_LENGTH + 1)],
])('a frame that is %s is refused', async ([, frame]) => {
  await expect(answerFrame(echo, frame ?? '')).rejects.toBeInstanceOf(MalformedFrameError);
});

test('a reply too long to be carried is an error, not silence', async () => {
  const huge = 'x'.repeat(MAX_FRAME_LENGTH);
  const core: Pick<Core, 'call'> = { call: () => Promise.resolve({ ok: true, value: huge }) };

  expect(decode(await answerFrame(core, encode({ kind: 'call', id: 3, method: 'a', input: {} })))).toEqual({
    kind: 'reply',
    id: 3,
    envelope: { ok: false, error: { code: 'file-too-large' } },
  });
});

test('an event is carried with its name', () => {
  expect(decode(encodeEvent('drafts.changed', {}))).toEqual({
    kind: 'event',
    name: 'drafts.changed',
    payload: {},
  });
});
