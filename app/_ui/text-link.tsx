import clsx from 'clsx';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { linkLook } from './link-look';

type Props = Readonly<{ href: string; children: ReactNode; className?: string | undefined }>;

/** A link to another page of the console. For other addresses, and for customers, PlainLink. */
export function TextLink({ href, children, className }: Props) {
  return (
    <Link href={href} prefetch={false} className={clsx(linkLook, className)}>
      {children}
    </Link>
  );
}
