import { Card } from '#app/_ui/card';
import { Moment } from '#app/_ui/moment';
import type { CustomerPage } from '#server/customers/read-customer-page';
import { deviceWords } from '#server/staff/device-words';
import { StepButton } from '../../orders/[number]/_parts/step-button';
import { signOutCustomerAction } from '../actions';

type Props = Readonly<{ page: CustomerPage; nowMs: number; timeZone: string }>;

/** Where the customer is signed in to their own pages; nothing where they are not. */
export function SessionsCard({ page: { customer, sessions }, nowMs, timeZone }: Props) {
  if (sessions.length === 0) return null;
  return (
    <Card title="Signed in" aside="To their own pages">
      <ul className="mb-3 grid gap-1">
        {sessions.map(({ id, userAgent, email, lastSeenAt }) => (
          <li key={id}>
            {deviceWords(userAgent)}
            <span className="block text-ink-soft text-sm">
              Last seen <Moment at={lastSeenAt} {...{ nowMs, timeZone }} show="short" />
              {email === customer.email ? null : (
                <>
                  , as <bdi className="wrap-anywhere">{email}</bdi>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      <StepButton
        action={signOutCustomerAction}
        fields={{ id: customer.id }}
        kind="secondary"
        size="small"
        pendingLabel="Signing out…"
      >
        Sign out everywhere
      </StepButton>
    </Card>
  );
}
