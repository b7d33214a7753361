import { Button } from '#app/_ui/button';
import { ButtonLink } from '#app/_ui/button-link';
import type { MessagePreview } from '#server/mail/read-message';
import { setAsideAction } from '../actions';
import { type Offer, SendForm } from '../send-form';

type Props = Readonly<{ message: MessagePreview; hasTransport: boolean; maySend: boolean }>;

/** What a person can do about a message that has not left. Nothing for the others. */
export function NextStep({ message, hasTransport, maySend }: Props) {
  const { id, whyNot } = message;
  const offer = offerFor(message, hasTransport);
  if (offer === null) return <SendForm id={id} offer={null} />;
  const { send, ...said } = offer;
  const canSend = maySend && hasTransport && whyNot === null;
  const also = maySend ? <AlsoPossible {...message} /> : null;
  return <SendForm id={id} offer={{ ...said, send: canSend ? send : undefined, also }} />;
}

function offerFor(message: MessagePreview, hasTransport: boolean): Offer | null {
  const { orderNumber, status, lastError, delivery, deliveryDetail, mendedAt, whyNot } = message;
  const isTrue = whyNot === null || orderNumber === null;
  if (delivery === 'bounced' && isTrue && mendedAt === null && status !== 'withdrawn') {
    return {
      tone: 'bad',
      title: 'This message came back',
      words: <Why error={deliveryDetail}>{cameBackAdvice(message)}</Why>,
    };
  }
  if (status === 'failed') {
    return {
      tone: 'bad',
      title: 'This message could not be sent',
      words: <Why error={lastError}>{failedAdvice(message)}</Why>,
      send: 'Try again',
    };
  }
  if (status === 'held') {
    return {
      tone: 'warn',
      title: 'This message is held back',
      words: hasTransport ? heldBefore : heldStill,
      send: 'Send it now',
    };
  }
  if (status === 'waiting' && lastError !== null) {
    return {
      tone: 'warn',
      title: 'This message has not left yet',
      words: <Why error={lastError}>It is tried again by itself, for about two days.</Why>,
      send: 'Try now',
    };
  }
  return null;
}

function cameBackAdvice({ orderNumber }: MessagePreview): string {
  return orderNumber === null
    ? 'Ask the customer for the right address, and correct it on their order.'
    : 'Correct the address, and it is sent again.';
}

function failedAdvice({ orderNumber }: MessagePreview): string {
  return orderNumber === null
    ? 'Try again when it is mended, or let the customer ask for a new link.'
    : 'Correct the address, or try again when it is mended.';
}

const heldBefore = 'It was written while mail was not set up.';
const heldStill =
  'Mail is not set up. Set RESEND_API_KEY or SMTP_URL, and MAIL_FROM, and start Counterfoil again.';

/** A mail server's own words may end in anything, so ours stand below them. */
function Why({ error, children }: Readonly<{ error: string | null; children: string }>) {
  return (
    <>
      <p className="break-words">{error}</p>
      <p>{children}</p>
    </>
  );
}

/** A link is not sent again: whoever wants one asks for it. */
function AlsoPossible({ orderNumber, delivery }: MessagePreview) {
  if (orderNumber !== null) return <CorrectAddress orderNumber={orderNumber} />;
  return delivery === 'bounced' ? <Button formAction={setAsideAction}>Leave it</Button> : null;
}

/** On the order: it may have missed other messages too. */
function CorrectAddress({ orderNumber }: Readonly<{ orderNumber: string }>) {
  return (
    <ButtonLink href={`/orders/${encodeURIComponent(orderNumber)}/rescue`}>
      Correct the address and send again
    </ButtonLink>
  );
}
