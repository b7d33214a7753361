import clsx from 'clsx';
import type { ReactNode } from 'react';
import { type ButtonLook, buttonLook } from './button-look';
import { Icon } from './icon';
import { linkLook } from './link-look';

type Props = Readonly<{
  href: string;
  children: ReactNode;
  /** Another site: opens beside this one and says so. */
  external?: boolean | undefined;
  className?: string | undefined;
}>;

/** An ordinary anchor: for customers' pages, where next/link would be sent for nothing. */
export function PlainLink({ href, children, external, className }: Props) {
  const beside = external ? { target: '_blank', rel: 'noopener noreferrer' } : {};
  return (
    <a href={href} {...beside} className={clsx(linkLook, className)}>
      {children}
      {external ? <span className="sr-only"> (opens in a new tab)</span> : null}
    </a>
  );
}

export function PlainButtonLink(props: ButtonLook & Readonly<{ href: string }>) {
  const { children, kind, size, icon, className, href } = props;
  return (
    <a href={href} className={buttonLook(kind ?? 'secondary', size ?? 'normal', className)}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </a>
  );
}
