import { Icon } from '#app/_ui/icon';
import { latenessOn } from '#domain/lateness';
import { isSettled } from '#domain/order-status';
import type { OrderPage } from '#server/orders/read-order-page';
import { today } from '#server/settings/today';
import { dayWords } from '../../../../_ui/day-words';
import type { Clock } from './clock';
import { ExpectForm } from './expect-form';

type Props = Readonly<{ page: OrderPage; clock: Clock }>;

/** The day that the customer was promised, and the form that moves it. */
export function ExpectedDay({ page: { order, permitted }, clock }: Props) {
  const day = today(clock.nowMs, clock.timeZone);
  const { expectedOn, number, customer } = order;
  const lateness = latenessOn(order, day);
  return (
    <div className="flex flex-wrap items-start gap-x-5 gap-y-1">
      {expectedOn === null ? null : (
        <p className="flex min-h-7 items-center gap-1.5">
          <Icon
            name={lateness === null ? 'calendar' : 'clock'}
            size={14}
            className={lateness === null ? 'text-ink-soft' : 'text-bad'}
          />
          <span>
            Expected <span className="font-medium">{dayWords(expectedOn, day)}</span>
            {lateness === null ? null : (
              <span className="text-bad">, and {lateWords[lateness]}</span>
            )}
          </span>
        </p>
      )}
      {permitted.includes('expect') ? (
        <div className="min-w-0 print:hidden">
          <ExpectForm
            number={number}
            expectedOn={expectedOn}
            today={day}
            email={customer.email}
            isPaid={isSettled(order)}
          />
        </div>
      ) : null}
    </div>
  );
}

const lateWords = {
  not_left: 'it has not left yet',
  partly_left: 'a part has not left yet',
  left_untracked: 'nobody has marked it delivered',
} as const;
