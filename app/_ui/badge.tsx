import clsx from 'clsx';
import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';

export type Tone = 'neutral' | 'accent' | 'good' | 'warn' | 'bad' | 'info';

type Props = Readonly<{
  children: ReactNode;
  tone?: Tone | undefined;
  icon?: IconName | undefined;
  /** Without its tinted ground: for tables, where thirty tints in a column are noise. */
  plain?: boolean | undefined;
  /** A struck word: something voided or taken back. */
  struck?: boolean | undefined;
}>;

export function Badge({ children, tone = 'neutral', icon, plain, struck }: Props) {
  return (
    <span
      className={clsx(
        'inline-flex max-w-full items-center gap-1.5 whitespace-nowrap align-bottom',
        plain ? plainTones[tone] : ['rounded-full px-2 py-px font-medium text-sm', tints[tone]],
        struck && 'line-through',
      )}
    >
      {icon ? (
        <Icon name={icon} size={plain ? 15 : 14} className={plain ? iconTones[tone] : undefined} />
      ) : null}
      <span className="truncate">{children}</span>
    </span>
  );
}

const tints = {
  neutral: 'bg-wash text-ink-soft',
  accent: 'bg-accent-soft text-accent',
  good: 'bg-good-soft text-good',
  warn: 'bg-warn-soft text-warn',
  bad: 'bg-bad-soft text-bad',
  info: 'bg-info-soft text-info',
} as const satisfies Record<Tone, string>;

const plainTones = {
  neutral: 'text-ink-soft',
  accent: 'text-ink',
  good: 'text-ink',
  warn: 'text-ink',
  bad: 'text-bad',
  info: 'text-ink',
} as const satisfies Record<Tone, string>;

const iconTones = {
  neutral: 'text-ink-soft',
  accent: 'text-accent',
  good: 'text-good',
  warn: 'text-warn',
  bad: 'text-bad',
  info: 'text-info',
} as const satisfies Record<Tone, string>;
