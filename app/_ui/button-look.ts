import clsx from 'clsx';
import type { ReactNode } from 'react';
import type { IconName } from './icon';

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger';
export type ButtonSize = 'normal' | 'small';

export type ButtonLook = Readonly<{
  children: ReactNode;
  kind?: ButtonKind | undefined;
  size?: ButtonSize | undefined;
  icon?: IconName | undefined;
  className?: string | undefined;
}>;

export function buttonLook(kind: ButtonKind, size: ButtonSize, className?: string): string {
  return clsx(
    'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md border font-medium',
    'whitespace-nowrap select-none transition-colors',
    'disabled:cursor-not-allowed aria-disabled:cursor-not-allowed',
    sizes[size],
    kinds[kind],
    className,
  );
}

const sizes = {
  normal: 'min-h-9 px-3 py-1 text-base',
  small: 'min-h-7 px-2 py-0.5 text-sm',
} as const satisfies Record<ButtonSize, string>;

const kinds = {
  primary:
    'border-transparent bg-accent-fill text-on-fill shadow-card hover:bg-accent-fill-strong disabled:border-line disabled:bg-wash disabled:text-ink-soft disabled:shadow-none',
  secondary:
    'border-edge/60 bg-surface text-ink shadow-card hover:border-edge hover:bg-wash disabled:text-ink-soft disabled:hover:bg-surface',
  quiet:
    'border-transparent text-ink-soft hover:bg-wash hover:text-ink disabled:hover:bg-transparent disabled:hover:text-ink-soft',
  danger:
    'border-transparent bg-bad-fill text-on-fill shadow-card hover:bg-bad-fill-strong disabled:border-line disabled:bg-wash disabled:text-ink-soft disabled:shadow-none',
} as const satisfies Record<ButtonKind, string>;
