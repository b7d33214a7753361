import Link from 'next/link';
import type { ReactNode } from 'react';
import { Icon } from '#app/_ui/icon';

type Props = Readonly<{ title: string; badges?: ReactNode; meta?: ReactNode }>;

/** The head of one account, below that of the settings. */
export function AccountHeading({ title, badges, meta }: Props) {
  return (
    <div className="mb-4">
      <Link
        href="/settings/payments"
        prefetch={false}
        className="-ms-1 inline-flex min-h-6 items-center gap-1 rounded-sm px-1 text-ink-soft text-sm hover:text-ink"
      >
        <Icon name="arrow-left" size={14} />
        Payments
      </Link>
      <div className="flex min-h-8 flex-wrap items-center gap-x-3 gap-y-1">
        <h2 className="min-w-0 break-words font-semibold text-lg tracking-tight">{title}</h2>
        {badges}
      </div>
      {meta ? <p className="text-ink-soft">{meta}</p> : null}
    </div>
  );
}
