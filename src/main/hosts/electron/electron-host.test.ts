import { beforeEach, expect, test, vi } from 'vitest';
import type { Core } from '#main/core.ts';
import type { ElectronHostOptions } from './electron-host.ts';

const { steps, machine } = vi.hoisted(() => ({
  steps: [] as string[],
  machine: { isOpenToDebuggers: false, isFirst: true },
}));

vi.mock('electron', () => ({
  app: {
    exit: (code: number) => steps.push(`exit ${code}`),
    requestSingleInstanceLock: () => machine.isFirst,
    enableSandbox: () => steps.push('sandbox for all'),
    on: (name: string) => steps.push(`on ${name}`),
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
    return Promise.resolve(undefined);
  },
}));
vi.mock('./updates/offer-update.ts', () => ({ offerUpdate: () => undefined }));
vi.mock('./main-window.ts', () => ({
  createMainWindow: () => {
    steps.push('window made');
    return { webContents: {} };
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
    return {} as Core;
  },
  rendererFolder: '/programme/renderer',
  preloadFile: '/programme/preload.cjs',
};

beforeEach(() => {
  steps.length = 0;
  Object.assign(machine, { isOpenToDebuggers: false, isFirst: true });
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
