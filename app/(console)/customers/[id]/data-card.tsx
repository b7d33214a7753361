import { Button } from '#app/_ui/button';
import { ButtonLink } from '#app/_ui/button-link';
import { Card } from '#app/_ui/card';
import { Moment } from '#app/_ui/moment';
import type { CustomerEventType } from '#domain/vocabulary';
import type { CustomerPage } from '#server/customers/read-customer-page';
import { customerHref } from '../customer-address';

type Props = Readonly<{ page: CustomerPage; isOwner: boolean; nowMs: number; timeZone: string }>;

/** What can be done with what is kept about a person, and who has done it. */
export function DataCard({ page: { customer, events }, isOwner, nowMs, timeZone }: Props) {
  const { id, erasedAt } = customer;
  return (
    <Card title="Their data">
      {erasedAt === null ? (
        <div className="grid gap-2">
          <form method="post" action={customerHref(id, '/export')}>
            <Button size="small" icon="download">
              Download all of it
            </Button>
          </form>
          <div>
            <ButtonLink href={customerHref(id, '/merge')} size="small" icon="users">
              Merge with another customer
            </ButtonLink>
          </div>
          {isOwner ? (
            <div>
              <ButtonLink href={customerHref(id, '/erase')} size="small" icon="eye-off">
                Erase personal data
              </ButtonLink>
            </div>
          ) : null}
        </div>
      ) : (
        <p className="text-ink-soft">Erased. Only what your books need is left.</p>
      )}
      {events.length > 0 ? (
        <ul className="mt-3 grid gap-1 border-line border-t pt-3 text-ink-soft text-sm">
          {events.map(({ id: eventId, type, actorName, at }) => (
            <li key={eventId}>
              <bdi>{actorName}</bdi> {words[type]},{' '}
              <Moment at={at} {...{ nowMs, timeZone }} show="short" />
            </li>
          ))}
        </ul>
      ) : null}
    </Card>
  );
}

const words = {
  merged: 'merged another customer into this one',
  exported: 'downloaded the data',
  erased: 'erased the personal data',
  signed_out: 'signed them out everywhere',
} as const satisfies Record<CustomerEventType, string>;
