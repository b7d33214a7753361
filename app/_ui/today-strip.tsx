import Link from 'next/link';
import { Icon, type IconName } from './icon';
import { type Tone, toneInks } from './tones';

export type TodayItem = Readonly<{
  href: string;
  count: number;
  /** What to do with them: "to ship", "callbacks to look at". */
  label: string;
  icon: IconName;
  tone?: Tone | undefined;
}>;

/** The first thing on the first screen: what needs doing today. Nothing to do is said as well. */
export function TodayStrip({ items }: Readonly<{ items: readonly TodayItem[] }>) {
  const waiting = items.filter((item) => item.count > 0);
  return (
    <section aria-label="To do today" className="mb-4 print:hidden">
      {waiting.length === 0 ? (
        <p className="flex items-center gap-2 text-ink-soft">
          <Icon name="circle-check" className="text-good" />
          Nothing waits for you today.
        </p>
      ) : (
        <ul className="flex flex-wrap gap-2">
          {waiting.map((item) => (
            <li key={item.href} className="flex min-w-0">
              <Link
                href={item.href}
                prefetch={false}
                className="flex min-h-9 items-center gap-2 rounded-lg border border-line bg-surface px-3 shadow-card hover:border-edge"
              >
                <Icon name={item.icon} className={toneInks[item.tone ?? 'accent']} />
                <span>
                  <span className="font-semibold tabular-nums">
                    {item.count.toLocaleString('en')}
                  </span>{' '}
                  <span className="text-ink-soft">{item.label}</span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
