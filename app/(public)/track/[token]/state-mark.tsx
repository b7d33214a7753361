import clsx from 'clsx';
import { Icon, type IconName } from '#app/_ui/icon';
import type { OrderState } from '#server/tracking/order-state';
import { type Tone, toneGrounds, toneInks } from '../../../_ui/tones';

/** A sign beside the answer, for whoever only glances; the words beside it say what it means. */
export function StateMark({
  state,
  isSmall = false,
}: Readonly<{ state: OrderState; isSmall?: boolean }>) {
  const { icon, tone } = marks[state];
  return (
    <span
      data-state={state}
      className={clsx(
        'flex shrink-0 items-center justify-center rounded-full',
        isSmall ? 'size-8 sm:size-9' : 'size-10 sm:size-11',
        toneGrounds[tone],
        toneInks[tone],
      )}
    >
      <Icon name={icon} size={isSmall ? 18 : 22} />
    </span>
  );
}

const marks = {
  received: { icon: 'receipt-text', tone: 'info' },
  waiting: { icon: 'hourglass', tone: 'info' },
  part_paid: { icon: 'hourglass', tone: 'info' },
  checking: { icon: 'clock', tone: 'info' },
  declined: { icon: 'circle-alert', tone: 'bad' },
  taken_back: { icon: 'undo-2', tone: 'warn' },
  held: { icon: 'pause', tone: 'warn' },
  late: { icon: 'clock', tone: 'warn' },
  packing: { icon: 'package', tone: 'accent' },
  part_shipped: { icon: 'truck', tone: 'accent' },
  shipped: { icon: 'truck', tone: 'accent' },
  delivered: { icon: 'package-check', tone: 'good' },
  codes_short: { icon: 'clock', tone: 'warn' },
  ready: { icon: 'circle-check', tone: 'good' },
  cancelled: { icon: 'circle-slash', tone: 'neutral' },
  refunded: { icon: 'banknote', tone: 'neutral' },
  charged_back: { icon: 'landmark', tone: 'bad' },
} as const satisfies Readonly<Record<OrderState, Readonly<{ icon: IconName; tone: Tone }>>>;
