import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** What the server says to a message: nothing takes it, a code refuses it, `hang` never answers. */
type Answer = number | 'hang' | null;

export type SmtpRig = Readonly<{
  url: string;
  mails: readonly Email[];
  answerWith: (answer: Answer) => void;
  /** Called when a message has been taken, before its sender is told so. */
  onMail: (listener: () => void) => void;
  close: () => Promise<void>;
}>;

/**
 * For tests: a real SMTP server that keeps every message, parsed as a mail program does. `unknown`
 * is an address without a mailbox.
 */
export async function startSmtpServer(
  options: Readonly<{ password?: string; unknown?: string }> = {},
): Promise<SmtpRig> {
  const mails: Email[] = [];
  let answer: Answer = null;
  let listener = () => {};
  const server = new SMTPServer({
    authOptional: options.password === undefined,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    onAuth({ password }, _session, callback) {
      callback(password === options.password ? null : new Error('no'), { user: 'shop' });
    },
    onRcptTo({ address }, _session, callback) {
      callback(address === options.unknown ? refusal(550, '5.1.1 User unknown') : null);
    },
    async onData(stream, _session, callback) {
      const raw = await buffer(stream);
      if (answer === 'hang') return;
      if (answer !== null) return callback(refusal(answer));
      mails.push(await PostalMime.parse(raw));
      listener();
      callback();
    },
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const user = options.password === undefined ? '' : 'shop:wrong%20password@';
  return {
    url: `smtp://${user}127.0.0.1:${port}`,
    mails,
    answerWith: (next) => {
      answer = next;
    },
    onMail: (next) => {
      listener = next;
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

function refusal(responseCode: number, words = 'said the test server'): Error {
  return Object.assign(new Error(words), { responseCode });
}
