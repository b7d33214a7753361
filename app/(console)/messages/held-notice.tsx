import { Notice } from '#app/_ui/notice';
import { SendForm } from './send-form';

type Props = Readonly<{ held: number; hasTransport: boolean; maySend: boolean }>;

/** Why mail does not leave, and what to do about it. */
export function HeldNotice({ held, hasTransport, maySend }: Props) {
  if (!hasTransport) {
    return (
      <Notice tone="warn" title="Mail is not set up: messages are held">
        Nothing is lost: every message can be read here. Set{' '}
        <code className="font-mono">RESEND_API_KEY</code> or{' '}
        <code className="font-mono">SMTP_URL</code>, and{' '}
        <code className="font-mono">MAIL_FROM</code> as the sender, and start Counterfoil again.
        Then send what is held from here.
      </Notice>
    );
  }
  const send = held === 1 ? 'Send it now' : 'Send all now';
  return (
    <SendForm
      offer={
        held === 0
          ? null
          : {
              tone: 'info',
              title: heldWords(held),
              words:
                'They were written while mail was not set up. Some may be old: read them before you send them all. What is no longer true is not sent.',
              send: maySend ? send : undefined,
            }
      }
    />
  );
}

function heldWords(held: number): string {
  return held === 1 ? 'One message is held' : `${held.toLocaleString('en')} messages are held`;
}
