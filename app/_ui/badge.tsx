import clsx from 'clsx';
import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';
import { type Tone, toneGrounds, toneInks } from './tones';

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
        plain ? plainInk(tone) : tint(tone),
        struck && 'line-through',
      )}
    >
      {icon ? <Icon name={icon} size={plain ? 15 : 14} className={toneInks[tone]} /> : null}
      <span className="truncate">{children}</span>
    </span>
  );
}

// In a column only what is over or wrong differs from ink; the icons carry the rest.
function plainInk(tone: Tone): string {
  return tone === 'neutral' || tone === 'bad' ? toneInks[tone] : 'text-ink';
}

function tint(tone: Tone): string {
  return clsx('rounded-full px-2 py-px font-medium text-sm', toneGrounds[tone], toneInks[tone]);
}
