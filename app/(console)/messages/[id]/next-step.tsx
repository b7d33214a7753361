import { ButtonLink } from '#app/_ui/button-link';
import type { MessagePreview } from '#server/mail/read-message';
import { type Offer, SendForm } from '../send-form';

type Props = Readonly<{ message: MessagePreview; hasTransport: boolean; maySend: boolean }>;

/** What a person can do about a message that has not left. Nothing for the others. */
export function NextStep({ message, hasTransport, maySend }: Props) {
  const { id, orderNumber, whyNot } = message;
  const offer = offerFor(message, hasTransport);
  if (offer === null) return <SendForm id={id} offer={null} />;
  const { send, ...said } = offer;
  const canSend = maySend && hasTransport && whyNot === null;
  const also =
    maySend && orderNumber !== null ? <CorrectAddress orderNumber={orderNumber} /> : null;
  return <SendForm id={id} offer={{ ...said, send: canSend ? send : undefined, also }} />;
}

function offerFor(message: MessagePreview, hasTransport: boolean): Offer | null {
  const { status, lastError, delivery, deliveryDetail, mendedAt, whyNot } = message;
  const isMissed = mendedAt === null && whyNot === null && status !== 'withdrawn';
  if (delivery === 'bounced' && isMissed) {
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
    ? 'The customer can ask for a new link.'
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

/** On the order: it may have missed other messages too. */
function CorrectAddress({ orderNumber }: Readonly<{ orderNumber: string }>) {
  return (
    <ButtonLink href={`/orders/${encodeURIComponent(orderNumber)}/rescue`}>
      Correct the address and send again
    </ButtonLink>
  );
}
