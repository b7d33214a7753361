import clsx from 'clsx';
import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';

type Props = Readonly<{
  /** Nothing to say yet: the region stays on the page, empty, so that it is heard when it speaks. */
  children?: ReactNode;
  tone?: 'good' | 'bad' | 'warn' | 'info' | undefined;
  className?: string | undefined;
}>;

/** What became of a form: stands beside its buttons and is read out when it changes. */
export function FormNotice({ children, tone = 'bad', className }: Props) {
  return (
    <div role="status" className={className}>
      {children ? (
        <div className={clsx('flex gap-2 rounded-md px-3 py-2', looks[tone].ground)}>
          <Icon name={looks[tone].icon} className={clsx('mt-[3px]', looks[tone].ink)} />
          <div className="min-w-0 text-ink">{children}</div>
        </div>
      ) : null}
    </div>
  );
}

const looks = {
  good: { ground: 'bg-good-soft', ink: 'text-good', icon: 'circle-check' },
  bad: { ground: 'bg-bad-soft', ink: 'text-bad', icon: 'circle-alert' },
  warn: { ground: 'bg-warn-soft', ink: 'text-warn', icon: 'triangle-alert' },
  info: { ground: 'bg-info-soft', ink: 'text-info', icon: 'info' },
} as const satisfies Record<string, { ground: string; ink: string; icon: IconName }>;
