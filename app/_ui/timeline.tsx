import clsx from 'clsx';
import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';
import { type Tone, toneGrounds, toneInks } from './tones';

export type TimelineEntry = Readonly<{
  key: string;
  /** What happened, as a sentence: "Marked as paid". */
  title: ReactNode;
  /** Who did it, in words: "Ana", "Stripe", "Counterfoil". */
  actor?: ReactNode;
  /** A Moment. */
  when: ReactNode;
  /** More about it: a reason, a note, numbers. */
  detail?: ReactNode;
  icon?: IconName | undefined;
  tone?: Tone | undefined;
}>;

export function Timeline({ entries }: Readonly<{ entries: readonly TimelineEntry[] }>) {
  return (
    <ol className="grid">
      {entries.map((entry) => (
        <li key={entry.key} className="group relative flex gap-3 pb-5 last:pb-0">
          <span
            aria-hidden
            className="absolute top-6 bottom-0 start-[11.5px] w-px bg-line group-last:hidden"
          />
          <span
            className={clsx(
              'flex size-6 shrink-0 items-center justify-center rounded-full',
              toneGrounds[entry.tone ?? 'neutral'],
              toneInks[entry.tone ?? 'neutral'],
            )}
          >
            <Icon name={entry.icon ?? 'circle'} size={13} />
          </span>
          <div className="min-w-0 flex-1 pt-px">
            <div className="flex flex-wrap items-baseline justify-between gap-x-4">
              <p>
                {entry.title}
                {entry.actor ? <span className="text-ink-soft"> · {entry.actor}</span> : null}
              </p>
              <p className="text-ink-soft text-sm">{entry.when}</p>
            </div>
            {entry.detail ? <div className="text-ink-soft">{entry.detail}</div> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
