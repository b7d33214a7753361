import clsx from 'clsx';
import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';

type Props = Readonly<{
  title: ReactNode;
  children?: ReactNode;
  tone?: 'good' | 'warn' | 'bad' | 'info' | undefined;
  /** What to do about it. */
  actions?: ReactNode;
}>;

/** Something about this page that a person should know before anything else on it. */
export function Notice({ title, children, tone = 'info', actions }: Props) {
  const look = looks[tone];
  return (
    <div
      className={clsx(
        'flex flex-wrap items-start gap-x-4 gap-y-2 rounded-lg px-4 py-3',
        look.ground,
      )}
    >
      <div className="flex min-w-0 flex-1 basis-60 gap-2.5">
        <Icon name={look.icon} className={clsx('mt-[3px]', look.ink)} />
        <div className="min-w-0">
          <p className={clsx('font-medium', look.ink)}>{title}</p>
          {children ? <div className="text-ink">{children}</div> : null}
        </div>
      </div>
      {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
    </div>
  );
}

const looks = {
  good: { ground: 'bg-good-soft', ink: 'text-good', icon: 'circle-check' },
  warn: { ground: 'bg-warn-soft', ink: 'text-warn', icon: 'triangle-alert' },
  bad: { ground: 'bg-bad-soft', ink: 'text-bad', icon: 'circle-alert' },
  info: { ground: 'bg-info-soft', ink: 'text-info', icon: 'info' },
} as const satisfies Record<string, { ground: string; ink: string; icon: IconName }>;
