import Link from 'next/link';
import type { ReactNode } from 'react';
import { buttonLook } from './button-look';
import { Icon, type IconName } from './icon';

type Props = Readonly<{
  newerHref?: string | undefined;
  olderHref?: string | undefined;
  /** For a list that is not sorted by time: the words for back and forth. */
  words?: readonly [back: string, forth: string] | undefined;
  /** In the middle: "26 to 50 of 1,204". */
  children?: ReactNode;
}>;

/** Nowhere to go means no buttons: only the count is left. */
export function Pager({ newerHref, olderHref, words, children }: Props) {
  const [back, forth] = words ?? ['Newer', 'Older'];
  const count = <span className="text-ink-soft text-sm tabular-nums">{children}</span>;
  if (newerHref === undefined && olderHref === undefined) return children ? count : null;
  return (
    <nav aria-label="Pages" className="flex flex-wrap items-center justify-between gap-2">
      {count}
      <span className="ms-auto flex gap-2 print:hidden">
        <Step href={newerHref} rel="prev" before="chevron-left">
          {back}
        </Step>
        <Step href={olderHref} rel="next" after="chevron-right">
          {forth}
        </Step>
      </span>
    </nav>
  );
}

type StepProps = Readonly<{
  href: string | undefined;
  rel: 'prev' | 'next';
  before?: IconName;
  after?: IconName;
  children: ReactNode;
}>;

function Step({ href, rel, before, after, children }: StepProps) {
  const inside = (
    <>
      {before ? <Icon name={before} size={14} /> : null}
      {children}
      {after ? <Icon name={after} size={14} /> : null}
    </>
  );
  if (href === undefined) {
    return (
      <span
        className={buttonLook('quiet', 'small', 'hover:bg-transparent hover:text-ink-soft')}
        aria-hidden
      >
        {inside}
      </span>
    );
  }
  return (
    <Link href={href} rel={rel} prefetch={false} className={buttonLook('secondary', 'small')}>
      {inside}
    </Link>
  );
}
