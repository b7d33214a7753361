import { ButtonLink } from '#app/_ui/button-link';
import { Notice } from '#app/_ui/notice';
import { inboxHref, wholeInbox } from '../../../../../inbox/inbox-address';

type Props = Readonly<{ slug: string; orderNumber: string; statuses: readonly number[] }>;

/** What the gateway would have been answered, and where to see what came of it. */
export function SentResult({ slug, orderNumber, statuses }: Props) {
  const isOne = statuses.length === 1;
  const isAllTaken = statuses.every((status) => status === 200);
  return (
    <Notice
      tone={isAllTaken ? 'good' : 'warn'}
      title={isOne ? 'The message was sent' : `${statuses.length} messages were sent`}
    >
      <p className="break-words">
        {isAllTaken
          ? `The answer was ${statuses.join(', ')}: ${isOne ? 'it was' : 'they were'} taken in.`
          : `The answer was ${statuses.join(', ')}: what is not proved is turned away, and no order is looked at.`}
      </p>
      <div className="mt-2 flex flex-wrap gap-2">
        <ButtonLink
          href={
            isAllTaken
              ? inboxHref(wholeInbox, { order: orderNumber })
              : inboxHref(wholeInbox, { account: slug })
          }
          size="small"
        >
          {isAllTaken ? 'See it in the inbox' : 'See the inbox of this account'}
        </ButtonLink>
        <ButtonLink href={`/orders/${encodeURIComponent(orderNumber)}`} size="small">
          Open the order
        </ButtonLink>
      </div>
    </Notice>
  );
}
