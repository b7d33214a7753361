import { ButtonLink } from '#app/_ui/button-link';
import { Notice } from '#app/_ui/notice';
import type { MessagePreview } from '#server/mail/read-message';
import { SendButton } from '../send-button';

type Props = Readonly<{ message: MessagePreview; hasTransport: boolean; maySend: boolean }>;

/** What a person can do about a message that has not left. Nothing for the others. */
export function NextStep({ message, hasTransport, maySend }: Props) {
  const { id, status, lastError, whyNot } = message;
  const buttons = (sendLabel: string) =>
    maySend ? (
      <>
        {hasTransport && whyNot === null ? (
          <SendButton id={id} kind="primary">
            {sendLabel}
          </SendButton>
        ) : null}
        <CorrectAddress orderNumber={message.orderNumber} />
      </>
    ) : undefined;
  if (status === 'failed') {
    return (
      <Notice tone="bad" title="This message could not be sent" actions={buttons('Try again')}>
        {lastError} Correct the address, or try again once the cause is gone.
      </Notice>
    );
  }
  if (status === 'held') {
    return (
      <Notice tone="warn" title="This message is held back" actions={buttons('Send it now')}>
        {hasTransport
          ? 'It was written while there was no way for mail to leave.'
          : 'There is no way for mail to leave. Set RESEND_API_KEY or SMTP_URL, and MAIL_FROM, and start again.'}
      </Notice>
    );
  }
  if (status === 'waiting' && lastError !== null) {
    return (
      <Notice tone="warn" title="It did not leave yet" actions={buttons('Try now')}>
        {lastError} It is tried again by itself, for two days.
      </Notice>
    );
  }
  return null;
}

/** Correcting it on the order corrects it for what has not left yet. */
function CorrectAddress({ orderNumber }: Readonly<{ orderNumber: string }>) {
  return (
    <ButtonLink href={`/orders/${encodeURIComponent(orderNumber)}/contact`}>
      Correct the address
    </ButtonLink>
  );
}
