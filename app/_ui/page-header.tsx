import Link from 'next/link';
import type { ReactNode } from 'react';
import { Icon } from './icon';

type Props = Readonly<{
  title: ReactNode;
  /** Where this page came from, by name: "Orders". */
  back?: Readonly<{ href: string; label: string }> | undefined;
  /** Beside the title: badges. */
  badges?: ReactNode;
  /** Under the title: date, source, counts. */
  meta?: ReactNode;
  /** Buttons, the main one last. */
  actions?: ReactNode;
}>;

export function PageHeader({ title, back, badges, meta, actions }: Props) {
  return (
    <header className="mb-5">
      {back ? (
        <Link
          href={back.href}
          prefetch={false}
          className="-ms-1 mb-1 inline-flex min-h-6 items-center gap-1 rounded-sm px-1 text-ink-soft text-sm hover:text-ink print:hidden"
        >
          <Icon name="arrow-left" size={14} />
          {back.label}
        </Link>
      ) : null}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <div className="flex min-h-9 flex-wrap items-center gap-x-3 gap-y-1">
            <h1 className="wrap-anywhere min-w-0 font-semibold text-xl tracking-tight">{title}</h1>
            {badges}
          </div>
          {meta ? <div className="text-ink-soft">{meta}</div> : null}
        </div>
        {actions ? (
          <div className="flex flex-wrap items-center gap-2 print:hidden">{actions}</div>
        ) : null}
      </div>
    </header>
  );
}
