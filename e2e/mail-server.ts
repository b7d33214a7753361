import { EventEmitter, once } from 'node:events';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';

/** A real mail server, in the process of the test, that takes whatever it is sent. */
export type MailServer = Readonly<{
  /** The settings of a shop that sends its mail here. */
  settings: Readonly<{ SMTP_URL: string; MAIL_FROM: string }>;
  /** Waits for the message with this subject; for its `turn`th delivery where that is given. */
  received: (subject: string, turn?: number) => Promise<Email>;
  /** The subjects of all that has come in, in the order in which it came. */
  subjects: () => readonly string[];
  close: () => Promise<void>;
}>;

const patienceMs = 20_000;

/** `refused` is an address that has no mailbox here. */
export async function startMailServer({ refused = '' } = {}): Promise<MailServer> {
  const messages: Email[] = [];
  const arrivals = new EventEmitter();
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo({ address }, _session, done) {
      const words = 'There is no such mailbox here';
      done(address === refused ? Object.assign(new Error(words), { responseCode: 550 }) : null);
    },
    onData(stream, _session, done) {
      readMessage(stream).then((message) => {
        messages.push(message);
        done();
        arrivals.emit('message');
      }, done);
    },
  });
  const subjects = () => messages.map(({ subject }) => subject ?? '');
  return {
    settings: {
      SMTP_URL: `smtp://127.0.0.1:${await listen(smtp)}`,
      MAIL_FROM: 'Fernhill Supply <orders@fernhill.example>',
    },
    async received(subject, turn = 1) {
      const giveUp = AbortSignal.timeout(patienceMs);
      for (;;) {
        const found = messages.filter((message) => message.subject === subject)[turn - 1];
        if (found) return found;
        await once(arrivals, 'message', { signal: giveUp }).catch(() => {
          throw new Error(`“${subject}” did not come. What came: ${subjects().join(' · ')}`);
        });
      }
    },
    subjects,
    close: () => new Promise((resolve) => smtp.close(() => resolve())),
  };
}

async function listen(smtp: SMTPServer): Promise<number> {
  smtp.listen(0, '127.0.0.1');
  await once(smtp.server, 'listening');
  const address = smtp.server.address();
  if (typeof address !== 'object' || address === null) throw new Error('It has no port.');
  return address.port;
}

async function readMessage(stream: SMTPServerDataStream): Promise<Email> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return PostalMime.parse(Buffer.concat(chunks));
}

/** The address of the customer's page, as the message says it in its text part. */
export function trackingLinkIn(message: Email): string {
  const [link] = /https?:\/\/\S+\/track\/\S+/.exec(message.text ?? '') ?? [];
  if (link === undefined) throw new Error(`No link in: ${message.text}`);
  return link;
}
