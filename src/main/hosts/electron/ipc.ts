import { ipcMain, type IpcMainEvent, type WebContents } from 'electron';
import { FRAME_CHANNEL } from '#shared/wire/channel.ts';
import type { Core } from '#main/core.ts';
import { answerFrame, encodeEvent, MalformedFrameError } from '../serve-frames.ts';
import { APP_ORIGIN } from './app-protocol.ts';

/** Carries frames between our window and the core; what anyone else sends is dropped unread. */
export function serveIpc(core: Core, window: WebContents): void {
  const send = (frame: string) => {
    if (!window.isDestroyed()) window.send(FRAME_CHANNEL, frame);
  };
  const receive = (event: IpcMainEvent, frame: unknown): void => {
    if (typeof frame !== 'string' || !isOurPage(event, window)) return;
    answerFrame(core, frame).then(send, (error: unknown) => {
      if (!(error instanceof MalformedFrameError)) throw error;
      // Our page makes no such frame: it runs someone else's code.
      window.close();
    });
  };
  ipcMain.on(FRAME_CHANNEL, receive);
  const stopListening = core.listen((name, payload) => send(encodeEvent(name, payload)));
  window.once('destroyed', () => {
    ipcMain.off(FRAME_CHANNEL, receive);
    stopListening();
  });
}

/** The top frame of our window, showing our page: a frame inside it, even of the same origin, has nothing to ask. */
function isOurPage(event: IpcMainEvent, window: WebContents): boolean {
  const frame = event.senderFrame;
  return (
    event.sender === window && frame !== null && frame === window.mainFrame && frame.origin === APP_ORIGIN
  );
}
