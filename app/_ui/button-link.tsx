import Link from 'next/link';
import { type ButtonLook, buttonLook } from './button-look';
import { Icon } from './icon';

type Props = ButtonLook & Readonly<{ href: string; download?: boolean | undefined }>;

/** Goes somewhere, looks like a button. On customers' pages use PlainButtonLink. */
export function ButtonLink({ children, kind, size, icon, className, href, download }: Props) {
  return (
    <Link
      href={href}
      prefetch={false}
      download={download}
      className={buttonLook(kind ?? 'secondary', size ?? 'normal', className)}
    >
      {icon ? <Icon name={icon} /> : null}
      {children}
    </Link>
  );
}
