import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from './random.ts';

/** What goes wrong on the line. Each fault happens once, then the line is sound again. */
export type LineFault =
  /** Everything is received and answered; the answer never comes back. */
  | { kind: 'loseReply'; onLost?: () => unknown }
  /** The connection breaks after that many bytes sent by the station. */
  | { kind: 'cutRequestAfter'; bytes: number }
  /** The connection breaks after that many bytes of the answer. */
  | { kind: 'cutReplyAfter'; bytes: number }
  /** Somebody else answers, and the centre hears nothing: a portal's page, a gateway's 502. */
  | { kind: 'answerInstead'; status: string; body: string }
  /** The centre receives the request again after it answered it; nobody hears what it says then. */
  | { kind: 'deliverAgain'; times: number }
  /** The request is swallowed; after a while the connection breaks. */
  | { kind: 'swallow'; forMs: number };

export interface Proxy {
  url: string;
  /** The next connection on which `matches` is seen in the request suffers this. */
  breakNext(matches: string, fault: LineFault): void;
  /** Every part of a message, both ways, waits this long, and then for the bytes before it. */
  slowDown(latencyMs: number, bytesPerSecond?: number): void;
  /** That share of the parts a station sends break their connection instead of arriving. */
  loseSome(share: number, random: Random): void;
  /** Bytes sent by the station so far. */
  sentBytes(): number;
  /** Faults that have begun. */
  brokenCount(): number;
  /** A fault that was planned and found nothing to break is forgotten. */
  heal(): void;
  /** Every connection breaks at once. */
  cutAll(): void;
  close(): Promise<void>;
}

interface Line {
  station: Socket;
  centre: Socket;
  target: { host: string; port: number };
  fault: LineFault | undefined;
  /** Bytes of the request since the fault was recognised. */
  request: Buffer[];
  replyBytes: number;
  lost: Promise<void> | undefined;
  cut(): void;
}

/** A line on loopback between a station and its centre, with faults at chosen places. */
export async function openProxy(target: () => string): Promise<Proxy> {
  let planned: { matches: string; fault: LineFault } | undefined;
  let sent = 0;
  let broken = 0;
  let latencyMs = 0;
  let msPerByte = 0;
  let isLost = () => false;
  const sockets = new Set<Socket>();

  const server = createServer((station) => {
    const line = openLine(station, target(), sockets);
    const later = inOrderAfter((bytes) => latencyMs + bytes * msPerByte);
    station.on('data', (bytes) => {
      sent += bytes.length;
      if (isLost()) {
        broken += 1;
        return line.cut();
      }
      if (planned && bytes.includes(planned.matches)) {
        line.fault = planned.fault;
        line.request = [];
        line.replyBytes = 0;
        line.lost = undefined;
        planned = undefined;
        broken += 1;
      }
      later(bytes.length, () => passRequest(line, bytes));
    });
    line.centre.on('data', (bytes) => later(bytes.length, () => passReply(line, bytes)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    breakNext: (matches, fault) => void (planned = { matches, fault }),
    slowDown(ms, bytesPerSecond = Number.POSITIVE_INFINITY) {
      latencyMs = ms;
      msPerByte = 1_000 / bytesPerSecond;
    },
    loseSome: (share, random) => void (isLost = () => random.next() < share),
    sentBytes: () => sent,
    brokenCount: () => broken,
    heal: () => void (planned = undefined),
    cutAll: () => sockets.forEach((socket) => socket.destroy()),
    close: () => closeServer(server, sockets),
  };
}

function openLine(station: Socket, url: string, sockets: Set<Socket>): Line {
  const { hostname: host, port } = new URL(url);
  const target = { host, port: Number(port) };
  const centre = connect(target);
  const cut = () => {
    station.destroy();
    centre.destroy();
  };
  const line: Line = {
    station,
    centre,
    target,
    fault: undefined,
    request: [],
    replyBytes: 0,
    lost: undefined,
    cut,
  };
  for (const socket of [station, centre]) {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  }
  // While an answer is being lost, the station knows nothing of what happens to the centre.
  const unlessLosing = (work: () => void) => () => {
    if (line.fault?.kind !== 'loseReply') work();
  };
  station.on('error', cut).on('close', () => centre.end());
  centre.on('error', unlessLosing(cut)).on(
    'close',
    unlessLosing(() => station.end()),
  );
  return line;
}

function passRequest(line: Line, bytes: Buffer): void {
  const { fault, station, centre } = line;
  line.request.push(bytes);
  const size = line.request.reduce((total, part) => total + part.length, 0);
  if (fault?.kind === 'cutRequestAfter' && size >= fault.bytes) {
    line.cut();
  } else if (fault?.kind === 'answerInstead') {
    const head = `HTTP/1.1 ${fault.status}\r\ncontent-type: text/html\r\nconnection: close\r\ncontent-length: ${Buffer.byteLength(fault.body)}\r\n\r\n`;
    station.end(head + fault.body);
    centre.destroy();
  } else if (fault?.kind === 'swallow') {
    line.lost ??= sleep(fault.forMs).then(line.cut);
  } else if (!centre.destroyed) {
    centre.write(bytes);
  }
}

function passReply(line: Line, bytes: Buffer): void {
  const { fault, station } = line;
  if (fault?.kind === 'loseReply') {
    line.lost ??= Promise.resolve(fault.onLost?.()).then(line.cut);
    return;
  }
  if (fault?.kind === 'cutReplyAfter') {
    const left = fault.bytes - line.replyBytes;
    line.replyBytes += bytes.length;
    if (left < bytes.length) {
      station.write(bytes.subarray(0, Math.max(0, left)));
      station.end();
      line.centre.destroy();
      return;
    }
  }
  if (fault?.kind === 'deliverAgain') {
    // The station hears the first answer only when the centre has answered the same request that many times more.
    line.lost ??= deliverTimes(line, fault.times);
    line.lost = line.lost.then(() => void (station.destroyed || station.write(bytes)));
    return;
  }
  if (!station.destroyed) station.write(bytes);
}

async function deliverTimes({ target, request }: Line, times: number): Promise<void> {
  const again = Buffer.concat(request);
  await Promise.all(Array.from({ length: times }, () => deliver(target, again)));
}

/** Sends the same bytes once more, and waits for the beginning of the answer. */
function deliver(target: Line['target'], request: Buffer): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(target, () => socket.write(request));
    socket.once('data', () => socket.destroy());
    socket.on('error', () => undefined).on('close', () => resolve());
  });
}

/** Works one after the other, each after what the line needs for its bytes. */
function inOrderAfter(waitMs: (bytes: number) => number): (bytes: number, work: () => void) => void {
  let before: Promise<void> | undefined;
  return (bytes, work) => {
    if (waitMs(bytes) === 0 && before === undefined) return work();
    before = (before ?? Promise.resolve()).then(() => sleep(waitMs(bytes))).then(work);
  };
}

function closeServer(server: Server, sockets: Set<Socket>): Promise<void> {
  for (const socket of sockets) socket.destroy();
  return new Promise((resolve) => server.close(() => resolve()));
}
