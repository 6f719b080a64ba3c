import type { Core } from '#main/core.ts';
import type { Ports } from '#main/ports/ports.ts';
import { createBrowserPorts } from './adapters/ports.ts';
import { serveRenderer } from './http-server.ts';
import { serveSockets } from './socket-server.ts';
import { newToken } from './token.ts';

export interface BrowserHostOptions {
  /** Builds the program on this host's ports; the host closes it. */
  createCore(ports: Ports): Core | Promise<Core>;
  /** The built window. */
  rendererFolder: string;
  version: string;
  /** Where the station's key lies; outside the data folder. */
  settingsFolder: string;
  /** A free one when absent. */
  port?: number;
}

export interface BrowserHost {
  /** With the token of this run: whoever has it may call. Print it to the user, log it nowhere. */
  url: string;
  close(): Promise<void>;
}

/** Carries the program to browsers of this machine. One core serves every tab. */
export async function startBrowserHost(options: BrowserHostOptions): Promise<BrowserHost> {
  const served = await serveRenderer(options.rendererFolder, options.port ?? 0);
  const core = await options.createCore(createBrowserPorts(options));
  const token = newToken();
  const closeSockets = serveSockets(served, core, token);
  return {
    url: `http://${served.authority}/#token=${token}`,
    async close() {
      closeSockets();
      served.server.closeAllConnections();
      await new Promise((resolve) => served.server.close(resolve));
      await core.close();
    },
  };
}
