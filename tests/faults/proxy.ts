import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** What goes wrong on the line. Each fault happens once, then the line is sound again. */
export type LineFault =
  /** Everything is received and answered; the answer never comes back. */
  | { kind: 'loseReply'; onLost?: () => void | Promise<void> }
  /** The connection breaks after that many bytes sent by the station. */
  | { kind: 'cutRequestAfter'; bytes: number };

export interface Proxy {
  url: string;
  /** The next connection on which `matches` is seen in the request suffers this. */
  breakNext(matches: string, fault: LineFault): void;
  /** Bytes sent by the station so far. */
  sentBytes(): number;
}

/** A line on loopback between a station and its centre, with faults at chosen places. */
export async function aProxy(target: () => string): Promise<Proxy> {
  let planned: { matches: string; fault: LineFault } | undefined;
  let sent = 0;
  const sockets = new Set<Socket>();

  const server = createServer((station) => {
    const { hostname, port } = new URL(target());
    const centre = connect(Number(port), hostname);
    let fault: LineFault | undefined;
    let onThisLine = 0;
    let lost: Promise<void> | undefined;
    for (const socket of [station, centre]) {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
    }
    const cut = () => {
      station.destroy();
      centre.destroy();
    };
    station.on('error', cut).on('close', () => centre.end());
    // While an answer is being lost, the station knows nothing of what happens to the centre.
    const unlessLosing = (work: () => void) => () => {
      if (fault?.kind !== 'loseReply') work();
    };
    centre.on('error', unlessLosing(cut)).on(
      'close',
      unlessLosing(() => station.end()),
    );
    station.on('data', (bytes) => {
      sent += bytes.length;
      onThisLine += bytes.length;
      if (planned && bytes.includes(planned.matches)) {
        fault = planned.fault;
        planned = undefined;
        onThisLine = bytes.length;
      }
      if (fault?.kind === 'cutRequestAfter' && onThisLine >= fault.bytes) cut();
      else centre.write(bytes);
    });
    centre.on('data', (bytes) => {
      if (fault?.kind !== 'loseReply') {
        station.write(bytes);
        return;
      }
      lost ??= Promise.resolve(fault.onLost?.()).then(cut);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    breakNext(matches, fault) {
      planned = { matches, fault };
    },
    sentBytes: () => sent,
  };
}
