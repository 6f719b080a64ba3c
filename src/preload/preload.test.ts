import { expect, test, vi } from 'vitest';
import type { Transport } from '#shared/wire/transport.ts';

const { exposed, sent, heard } = vi.hoisted(() => ({
  exposed: new Map<string, unknown>(),
  sent: [] as unknown[][],
  heard: [] as ((event: unknown, frame: string) => void)[],
}));
vi.mock('electron', () => ({
  contextBridge: { exposeInMainWorld: (name: string, value: unknown) => exposed.set(name, value) },
  ipcRenderer: {
    send: (...args: unknown[]) => sent.push(args),
    on: (_channel: string, listener: (event: unknown, frame: string) => void) => heard.push(listener),
    off: () => undefined,
  },
}));

await import('./preload.ts');

test('the page is given two functions of ours, and no part of Electron', () => {
  const transport = exposed.get('guichetTransport') as Transport;
  const frames: unknown[][] = [];
  transport.listen((...args: unknown[]) => frames.push(args));
  transport.send('a frame');
  heard.at(-1)?.({ sender: 'ipcRenderer itself' }, 'an answer');

  expect([[...exposed.keys()], Object.keys(transport), sent, frames]).toEqual([
    ['guichetTransport'],
    ['send', 'listen'],
    [['guichet:frame', 'a frame']],
    [['an answer']],
  ]);
});
