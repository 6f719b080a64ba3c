import { createTransport } from 'nodemailer';

export interface Mail {
  to: string;
  subject: string;
  text: string;
}

/** Why a mail did not leave; `isFinal` when another attempt would change nothing. Never the server's words: they hold addresses. */
export interface MailFailure {
  code: string;
  isFinal: boolean;
}

export interface Mailer {
  send(mail: Mail): Promise<MailFailure | undefined>;
  close(): void;
}

const LIMIT_MS = 20_000;

/** `smtpUrl`: `smtp://user:password@host:587`, or `smtps:`. `from`: the sender, as candidates see it. */
export function createMailer(smtpUrl: string, from: string): Mailer {
  const transport = createTransport(smtpUrl, {
    from,
    // Whatever a mail might name, no file and no address is fetched for it.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send(mail) {
      try {
        await Promise.race([transport.sendMail(mail), tooLong()]);
        return undefined;
      } catch (error) {
        return failureOf(error);
      }
    },
    close: () => transport.close(),
  };
}

function tooLong(): Promise<never> {
  return new Promise((_resolve, reject) => {
    setTimeout(() => reject(new Error('mail server too slow')), LIMIT_MS).unref();
  });
}

/** A 5xx answer to the recipient is the mail server's last word (RFC 5321); everything else may pass. */
function failureOf(error: unknown): MailFailure {
  const { code, responseCode, command } = (error instanceof Error ? error : {}) as {
    code?: unknown;
    responseCode?: unknown;
    command?: unknown;
  };
  const isFinal = typeof responseCode === 'number' && responseCode >= 500 && command === 'RCPT TO';
  return {
    code: `${typeof code === 'string' ? code : 'error'} ${typeof responseCode === 'number' ? responseCode : ''}`.trim(),
    isFinal,
  };
}
