import Link from 'next/link';
import type { ReactNode } from 'react';
import { Icon } from '#app/_ui/icon';

type Props = Readonly<{
  title: string;
  badges?: ReactNode;
  meta?: ReactNode;
  /** Where it belongs, where that is not the list of accounts. */
  back?: Readonly<{ href: string; label: string }> | undefined;
}>;

const allAccounts = { href: '/settings/payments', label: 'Payments' };

/** The head of one account, below that of the settings. */
export function AccountHeading({ title, badges, meta, back = allAccounts }: Props) {
  return (
    <div className="mb-4">
      <Link
        href={back.href}
        prefetch={false}
        className="-ms-1 inline-flex min-h-6 max-w-full items-center gap-1 rounded-sm px-1 text-ink-soft text-sm hover:text-ink"
      >
        <Icon name="arrow-left" size={14} />
        <span className="truncate">{back.label}</span>
      </Link>
      <div className="flex min-h-8 flex-wrap items-center gap-x-3 gap-y-1">
        <h2 className="min-w-0 break-words font-semibold text-lg tracking-tight">{title}</h2>
        {badges}
      </div>
      {meta ? <p className="text-ink-soft">{meta}</p> : null}
    </div>
  );
}
