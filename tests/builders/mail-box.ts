import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { onTestFinished } from 'vitest';

export interface MailBox {
  smtpUrl: string;
  /** Bodies received, decoded, oldest first. */
  mails: { to: string; text: string }[];
  /** The link of the last mail. */
  lastLink(): string;
}

/** A real mail server on loopback. Addresses that begin with `refused` are unknown to it. */
export async function aMailBox(): Promise<MailBox> {
  const mails: MailBox['mails'] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, callback) =>
      callback(
        address.startsWith('refused')
          ? Object.assign(new Error('no such mailbox'), { responseCode: 550 })
          : undefined,
      ),
    onData(stream, session, callback) {
      void text(stream).then((raw) => {
        mails.push({ to: session.envelope.rcptTo.map(({ address }) => address).join(), text: decode(raw) });
        callback();
      });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const { port } = server.server.address() as AddressInfo;
  return {
    smtpUrl: `smtp://127.0.0.1:${port}`,
    mails,
    lastLink: () => /https?:\/\/\S+/.exec(mails.at(-1)?.text ?? '')?.[0] ?? 'no link',
  };
}

/** Quoted-printable, as our texts leave. */
function decode(raw: string): string {
  const body = raw
    .slice(raw.indexOf('\r\n\r\n') + 4)
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(body, 'latin1').toString('utf8');
}
