import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A line on loopback that counts what passes, and can break once. */
export interface CountingLine {
  url: string;
  /** Since the last time it was asked. */
  take(): { sent: number; received: number };
  /** The connection on which the station's so manieth byte from now passes breaks there. */
  cutAfter(bytes: number): void;
  close(): void;
}

export async function openCountingLine(target: string): Promise<CountingLine> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let sent = 0;
  let received = 0;
  let left = Number.POSITIVE_INFINITY;
  const server = createServer((station) => {
    const centre = connect(Number(port), hostname);
    const cut = () => {
      station.destroy();
      centre.destroy();
    };
    for (const socket of [station, centre]) {
      sockets.add(socket);
      socket.on('error', cut).on('close', () => {
        sockets.delete(socket);
        cut();
      });
    }
    station.on('data', (bytes) => {
      sent += Math.min(bytes.length, left);
      left -= bytes.length;
      if (left > 0) return void centre.write(bytes);
      left = Number.POSITIVE_INFINITY;
      cut();
    });
    centre.on('data', (bytes) => {
      received += bytes.length;
      station.write(bytes);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    take() {
      const passed = { sent, received };
      sent = 0;
      received = 0;
      return passed;
    },
    cutAfter: (bytes) => void (left = bytes),
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
