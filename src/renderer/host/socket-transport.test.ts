import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createSocketTransport } from './socket-transport.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A socket that opens, speaks and drops when the test says so. */
class PlayedSocket {
  sent: string[] = [];
  onopen: (() => void) | null = null;
  onclose: (() => void) | null = null;
  onmessage: ((message: { data: unknown }) => void) | null = null;
  send(frame: string): void {
    this.sent.push(frame);
  }
}

function started() {
  const sockets: PlayedSocket[] = [];
  const { transport, connection } = createSocketTransport(() => {
    const socket = new PlayedSocket();
    sockets.push(socket);
    // Only the four members above are used.
    return socket as unknown as WebSocket;
  });
  return { sockets, transport, connection };
}

it('keeps frames until the socket opens, then sends them in order', () => {
  const { sockets, transport, connection } = started();
  transport.send('one');
  transport.send('two');
  sockets[0]?.onopen?.();
  transport.send('three');
  expect({ sent: sockets[0]?.sent, state: connection.state() }).toEqual({
    sent: ['one', 'two', 'three'],
    state: 'open',
  });
});

it('opens again after a drop, and sends no frame twice', () => {
  const { sockets, transport, connection } = started();
  const states: string[] = [];
  connection.subscribe(() => states.push(connection.state()));
  sockets[0]?.onopen?.();
  transport.send('before');
  sockets[0]?.onclose?.();
  vi.advanceTimersByTime(1000);
  sockets[1]?.onopen?.();
  transport.send('after');
  expect({ states, sent: sockets.map((socket) => socket.sent) }).toEqual({
    states: ['open', 'lost', 'open'],
    sent: [['before'], ['after']],
  });
});

it('hears every socket it opens, and only text', () => {
  const { sockets, transport } = started();
  const heard: string[] = [];
  transport.listen((frame) => heard.push(frame));
  sockets[0]?.onopen?.();
  sockets[0]?.onmessage?.({ data: 'first' });
  sockets[0]?.onmessage?.({ data: new Uint8Array(1) });
  sockets[0]?.onclose?.();
  vi.advanceTimersByTime(1000);
  sockets[1]?.onmessage?.({ data: 'second' });
  expect(heard).toEqual(['first', 'second']);
});
