import { describe, expect, it } from 'vitest';
import { GuichetError } from '#shared/errors.ts';
import { decode, encode } from '#shared/wire/codec.ts';
import { createClient } from './client.ts';

/** The other end of the transport, played by hand. */
function aTransport() {
  const sent: unknown[] = [];
  const listeners = new Set<(frame: string) => void>();
  return {
    sent,
    say: (frame: unknown) => listeners.forEach((listener) => listener(encode(frame))),
    transport: {
      send: (frame: string) => void sent.push(decode(frame)),
      listen(listener: (frame: string) => void) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
  };
}

describe('the client', () => {
  it('pairs each reply with its call, whatever their order', async () => {
    const { transport, sent, say } = aTransport();
    const client = createClient(transport);
    const first = client.call('drafts.get', { id: 'a' });
    const second = client.call('drafts.get', { id: 'b' });
    say({ kind: 'reply', id: 2, envelope: { ok: true, value: 'draft b' } });
    say({ kind: 'reply', id: 1, envelope: { ok: true, value: 'draft a' } });
    expect({ sent, answers: [await first, await second] }).toEqual({
      sent: [
        { kind: 'call', id: 1, method: 'drafts.get', input: { id: 'a' } },
        { kind: 'call', id: 2, method: 'drafts.get', input: { id: 'b' } },
      ],
      answers: ['draft a', 'draft b'],
    });
  });

  it('throws the refusal of the core, with its fields and its detail', async () => {
    const { transport, say } = aTransport();
    const call = createClient(transport).call('registrations.get', { number: '1' });
    const fields = [{ path: 'number', code: 'bad-format' as const }];
    say({
      kind: 'reply',
      id: 1,
      envelope: { ok: false, error: { code: 'invalid-input', fields, detail: { number: '1' } } },
    });
    await expect(call).rejects.toEqual(
      new GuichetError('invalid-input', { fields, detail: { number: '1' } }),
    );
  });

  it('tells those who listen, and only while they listen', () => {
    const { transport, say } = aTransport();
    const client = createClient(transport);
    const heard: string[] = [];
    const stop = client.on('registrations.changed', ({ registrationNumber }) =>
      heard.push(registrationNumber),
    );
    say({ kind: 'event', name: 'registrations.changed', payload: { registrationNumber: '1' } });
    say({ kind: 'event', name: 'drafts.changed', payload: {} });
    say({ kind: 'event', name: 'from.a.newer.core', payload: {} });
    stop();
    say({ kind: 'event', name: 'registrations.changed', payload: { registrationNumber: '2' } });
    expect(heard).toEqual(['1']);
  });

  it('lets no call wait for ever when the host is gone, and takes no late reply for another call', async () => {
    const { transport, say } = aTransport();
    const client = createClient(transport);
    const lost = client.call('drafts.list', {});
    client.abandonPending();
    say({ kind: 'reply', id: 1, envelope: { ok: true, value: [] } });
    await expect(lost).rejects.toMatchObject({ code: 'cancelled' });
  });
});
