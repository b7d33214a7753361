import Link from 'next/link';
import type { ReactNode } from 'react';
import { type ButtonKind, type ButtonSize, buttonLook } from './button-look';
import { Icon, type IconName } from './icon';

type Look = Readonly<{
  children: ReactNode;
  kind?: ButtonKind | undefined;
  size?: ButtonSize | undefined;
  icon?: IconName | undefined;
  className?: string | undefined;
}>;

type ButtonProps = Look &
  Readonly<{
    type?: 'submit' | 'button' | 'reset' | undefined;
    name?: string | undefined;
    value?: string | undefined;
    form?: string | undefined;
    formAction?: ((data: FormData) => void | Promise<void>) | string | undefined;
    disabled?: boolean | undefined;
  }>;

/** A plain button. In a form that changes something, prefer SubmitButton: it shows it is working. */
export function Button({ children, kind, size, icon, className, type, ...rest }: ButtonProps) {
  return (
    <button
      type={type ?? 'submit'}
      className={buttonLook(kind ?? 'secondary', size ?? 'normal', className)}
      {...rest}
    >
      {icon ? <Icon name={icon} /> : null}
      {children}
    </button>
  );
}

type ButtonLinkProps = Look & Readonly<{ href: string; download?: boolean | undefined }>;

export function ButtonLink({
  children,
  kind,
  size,
  icon,
  className,
  href,
  download,
}: ButtonLinkProps) {
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
