'use client';

import clsx from 'clsx';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';

type Props = Readonly<{
  href: string;
  children: ReactNode;
  /** Whether this is where we are; left out, the address tells. */
  active?: boolean | undefined;
}>;

/**
 * Knows from the address where we are, so that the shell can stay while pages change, and closes
 * the menu it stands in.
 */
export function NavLink({ href, children, active }: Props) {
  const path = usePathname();
  const isHere = active ?? (path === href || path.startsWith(`${href}/`));
  return (
    <Link
      href={href}
      prefetch={false}
      aria-current={isHere ? 'page' : undefined}
      onClick={(event) => event.currentTarget.closest('details')?.removeAttribute('open')}
      className={clsx(
        'flex min-h-8 items-center gap-2.5 rounded-md px-2 max-lg:min-h-11',
        isHere ? 'bg-ink/7 font-medium text-ink' : 'text-ink-soft hover:bg-ink/4 hover:text-ink',
      )}
    >
      {children}
    </Link>
  );
}
