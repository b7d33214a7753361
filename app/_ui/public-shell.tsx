import clsx from 'clsx';
import type { ReactNode } from 'react';
import { directionOf } from '#domain/language';
import { Logo } from './logo';

type Props = Readonly<{
  shopName: string;
  /** The shop's own picture, which then stands for its name. */
  logoUrl?: string | null | undefined;
  children: ReactNode;
  /** The shop's own words at the foot: how to reach it. */
  footer?: ReactNode;
  /** `form` for signing in and setting up, `page` for a tracking page. */
  width?: 'form' | 'page' | undefined;
  /** Of the words on the page; English when left out. */
  locale?: string | undefined;
}>;

/** What customers see, and staff before they have signed in. No script, nothing from elsewhere. */
export function PublicShell(props: Props) {
  const { shopName, logoUrl = null, children, footer, width, locale = 'en' } = props;
  const column = clsx('mx-auto w-full px-4 sm:px-6', width === 'form' ? 'max-w-md' : 'max-w-2xl');
  return (
    <div
      lang={locale}
      dir={directionOf(locale)}
      className="flex min-h-dvh flex-col text-[0.9375rem] leading-6 [--card-pad:1.25rem] sm:[--card-pad:1.5rem]"
    >
      <header className={clsx(column, 'flex items-center gap-2.5 pt-8 pb-5 sm:pt-12')}>
        {logoUrl === null ? (
          <>
            <Logo size={24} />
            <p className="min-w-0 truncate font-semibold text-lg">
              <bdi>{shopName}</bdi>
            </p>
          </>
        ) : (
          // biome-ignore lint/performance/noImgElement: it is small already and kept by its hash
          <img
            src={logoUrl}
            alt={shopName}
            className="max-h-12 max-w-full rounded-sm object-contain dark:bg-on-fill dark:p-1"
          />
        )}
      </header>
      <main className={clsx(column, 'flex-1')}>{children}</main>
      <footer className={clsx(column, 'pt-10 pb-8 text-ink-soft text-sm')}>
        {footer ?? <p>Kept with Counterfoil.</p>}
      </footer>
    </div>
  );
}
