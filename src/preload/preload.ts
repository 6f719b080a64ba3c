import { contextBridge, ipcRenderer } from 'electron';
import { FRAME_CHANNEL } from '#shared/wire/channel.ts';
import type { Transport } from '#shared/wire/transport.ts';

const transport: Transport = {
  send: (frame) => ipcRenderer.send(FRAME_CHANNEL, frame),
  listen(listener) {
    // The event would hand ipcRenderer itself to the page: only the frame goes through.
    const receive = (_event: unknown, frame: string) => listener(frame);
    ipcRenderer.on(FRAME_CHANNEL, receive);
    return () => ipcRenderer.off(FRAME_CHANNEL, receive);
  },
};

contextBridge.exposeInMainWorld('guichetTransport', transport);
