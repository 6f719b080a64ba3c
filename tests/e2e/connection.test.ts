import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { aReadyWindow } from '../pages/ready-window.ts';

const DRAFT = '5f2b4b64-2d0e-4d4e-9a43-0f4f4b6c1a41';

/** Returns what cuts every connection that servers of this process have accepted since. */
function aCutter(): () => void {
  const sockets = new Set<Socket>();
  const keep = (message: unknown) => void sockets.add((message as { socket: Socket }).socket);
  subscribe('net.server.socket', keep);
  onTestFinished(() => void unsubscribe('net.server.socket', keep));
  return () => sockets.forEach((socket) => socket.destroy());
}

it('a window cut from its program says so, keeps what is typed meanwhile, and takes up again by itself', async () => {
  const cut = aCutter();
  const { page, call, complaints } = await aReadyWindow();
  await page.goto(new URL(`#/registration/${DRAFT}`, page.url()).href);
  const name = page.getByLabel('Nom de naissance');
  await name.fill('EXEM');
  await page.getByText('Brouillon gardé').waitFor();
  const banner = page.getByRole('alert').filter({ hasText: 'Le programme ne répond plus' });

  cut();
  await banner.waitFor();
  await name.fill('EXEMPLE');
  await banner.waitFor({ state: 'detached' });
  await page.getByText('Brouillon gardé').waitFor();

  const { label } = await call('drafts.get', { id: DRAFT });
  expect({ shown: await name.inputValue(), label, complaints }).toEqual({
    shown: 'EXEMPLE',
    label: 'EXEMPLE',
    complaints: [],
  });
});
