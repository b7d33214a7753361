import type { IconName } from './icon';

/** What a colour means; a word or a shape beside it always says the same. */
export type Tone = 'neutral' | 'accent' | 'good' | 'warn' | 'bad' | 'info';

export const toneInks = {
  neutral: 'text-ink-soft',
  accent: 'text-accent',
  good: 'text-good',
  warn: 'text-warn',
  bad: 'text-bad',
  info: 'text-info',
} as const satisfies Record<Tone, string>;

export const toneGrounds = {
  neutral: 'bg-wash',
  accent: 'bg-accent-soft',
  good: 'bg-good-soft',
  warn: 'bg-warn-soft',
  bad: 'bg-bad-soft',
  info: 'bg-info-soft',
} as const satisfies Record<Tone, string>;

export type NoticeTone = Exclude<Tone, 'neutral' | 'accent'>;

export const noticeIcons = {
  good: 'circle-check',
  warn: 'triangle-alert',
  bad: 'circle-alert',
  info: 'info',
} as const satisfies Record<NoticeTone, IconName>;
