import clsx from 'clsx';
import Link from 'next/link';
import type { ReactNode } from 'react';

type Props = Readonly<{
  href: string;
  children: ReactNode;
  /** Another site: opens beside this one and says so. */
  external?: boolean | undefined;
  /** No underline until pointed at; for links that stand in a list or a table. */
  quiet?: boolean | undefined;
  className?: string | undefined;
}>;

export function TextLink({ href, children, external, quiet, className }: Props) {
  const look = clsx(
    'rounded-sm text-accent underline-offset-2 hover:text-accent-strong hover:underline',
    !quiet && 'underline decoration-accent/40 hover:decoration-current',
    className,
  );
  if (external) {
    return (
      <a href={href} className={look} target="_blank" rel="noopener noreferrer">
        {children}
        <span className="sr-only"> (opens in a new tab)</span>
      </a>
    );
  }
  return (
    <Link href={href} prefetch={false} className={look}>
      {children}
    </Link>
  );
}
