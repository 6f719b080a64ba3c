import { beforeEach, expect, test, vi } from 'vitest';
import type { Core } from '#main/core.ts';
import type { ElectronHostOptions } from './electron-host.ts';

const { steps, machine } = vi.hoisted(() => ({
  steps: [] as string[],
  machine: { isOpenToDebuggers: false, isFirst: true, isPolicyReadable: true },
}));
const heard: Record<string, (event: { preventDefault(): void }) => void> = {};

vi.mock('electron', () => ({
  app: {
    exit: (code: number) => steps.push(`exit ${code}`),
    requestSingleInstanceLock: () => machine.isFirst,
    enableSandbox: () => steps.push('sandbox for all'),
    on: (name: string, listener: (typeof heard)[string]) => {
      heard[name] = listener;
      steps.push(`on ${name}`);
    },
    quit: () => steps.push('quit'),
    relaunch: () => steps.push('relaunch'),
    whenReady: () => {
      steps.push('ready');
      return Promise.resolve();
    },
  },
  dialog: {},
  session: { defaultSession: {} },
}));
vi.mock('./hardening.ts', () => ({
  isOpenToDebuggers: () => machine.isOpenToDebuggers,
  hardenSession: () => steps.push('session hardened'),
  hardenContents: () => undefined,
}));
vi.mock('./app-protocol.ts', () => ({
  declareAppScheme: () => steps.push('scheme declared'),
  serveApp: () => steps.push('own files served'),
}));
vi.mock('./adapters/ports.ts', () => ({ createElectronPorts: () => ({}) }));
vi.mock('./ipc.ts', () => ({ serveIpc: () => steps.push('frames served') }));
vi.mock('./menu.ts', () => ({ installMenu: () => undefined }));
vi.mock('./updates/look-for-update.ts', () => ({
  lookForUpdate: () => {
    steps.push('update looked for');
    if (!machine.isPolicyReadable) return Promise.reject(new Error('spawn EPERM'));
    return Promise.resolve({ version: '2.0.0', install: () => undefined });
  },
}));
vi.mock('./updates/offer-update.ts', () => ({
  offerUpdate: (_update: unknown, putOff: AbortSignal) =>
    new Promise<void>((resolve) => putOff.addEventListener('abort', () => resolve())),
}));
vi.mock('./main-window.ts', () => ({
  createMainWindow: () => {
    steps.push('window made');
    return { webContents: {}, isDestroyed: () => true };
  },
  loadMainWindow: () => {
    steps.push('page loaded');
    return Promise.resolve();
  },
}));

const { startElectronHost } = await import('./electron-host.ts');
const options: ElectronHostOptions = {
  createCore: () => {
    steps.push('core made');
    return { close: () => Promise.resolve() } as Core;
  },
  rendererFolder: '/programme/renderer',
  preloadFile: '/programme/preload.cjs',
};

beforeEach(() => {
  steps.length = 0;
  Object.assign(machine, { isOpenToDebuggers: false, isFirst: true, isPolicyReadable: true });
});

test('everything is hardened before there is a window, and the page is loaded last', async () => {
  await startElectronHost(options);

  expect(steps).toEqual([
    'scheme declared',
    'sandbox for all',
    'on web-contents-created',
    'ready',
    'session hardened',
    'own files served',
    'core made',
    'on window-all-closed',
    'on will-quit',
    'window made',
    'frames served',
    'on second-instance',
    'page loaded',
    'update looked for',
  ]);
});

test.for([{ isOpenToDebuggers: true }, { isFirst: false }])(
  'a start that must not be, %o, ends before anything is opened',
  async (start) => {
    Object.assign(machine, start);
    await startElectronHost(options);

    expect(steps).toEqual(['exit 1']);
  },
);

test('a machine that refuses to say where updates come from opens the program', async () => {
  machine.isPolicyReadable = false;
  await startElectronHost(options);

  expect(steps.at(-1)).toBe('update looked for');
});

test('a start while the closed program still asks about its update puts the update off, and is followed', async () => {
  await startElectronHost(options);
  heard['will-quit']?.({ preventDefault: () => undefined });
  await Promise.resolve();
  heard['second-instance']?.({ preventDefault: () => undefined });

  await vi.waitFor(() => expect(steps.slice(-2)).toEqual(['relaunch', 'quit']));
});
