import { StatusBadge } from '#app/_ui/status-badge';
import type { MessageDelivery, MessageStatus } from '#domain/vocabulary';

type Props = Readonly<{
  status: MessageStatus;
  delivery: MessageDelivery | null;
  plain?: boolean | undefined;
}>;

/** What became of a message: where it is known how it fared, that says more than that it left. */
export function MailBadge({ status, delivery, plain }: Props) {
  const isTold = delivery !== null && (status === 'sent' || status === 'failed');
  return isTold ? (
    <StatusBadge kind="delivery" value={delivery} plain={plain} />
  ) : (
    <StatusBadge kind="message" value={status} plain={plain} />
  );
}
