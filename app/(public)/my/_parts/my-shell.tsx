import clsx from 'clsx';
import { createElement, Fragment, type ReactNode } from 'react';
import { Button } from '#app/_ui/button';
import type { MyFrame } from '#server/my/my-frame';
import { trackingWords } from '#server/tracking/words/tracking-words';
import { CustomerShell } from '../../track/customer-shell';

type Place = keyof typeof places;
type Props = Readonly<{ frame: MyFrame; title: string; at: Place; children: ReactNode }>;

/** A page of a customer's own: whose it is, the way to the others, and out. */
export function MyShell({ frame, title, at, children }: Props) {
  const { shop, locale, email } = frame;
  const { say, pieces } = trackingWords(locale);
  const name = <bdi className="wrap-anywhere text-ink">{email}</bdi>;
  return (
    <CustomerShell shop={shop} width="page" locale={locale}>
      <div className="flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <h1 className="text-pretty font-semibold text-2xl tracking-tight sm:text-[1.75rem] sm:leading-9">
            {title}
          </h1>
          <p className="text-ink-soft text-sm">
            {createElement(Fragment, null, ...pieces('my.signedInAs', { name }))}
          </p>
        </div>
        <form method="post" action="/my/sign-out" className="-mx-2 -mb-1 print:hidden">
          <Button kind="quiet" size="small" icon="log-out">
            {say('my.signOut')}
          </Button>
        </form>
      </div>
      <nav
        aria-label={say('my.pages')}
        className="tab-strip is-on-page mt-4 mb-5 border-line border-b print:hidden"
      >
        <ul className="flex gap-x-5">
          {Object.entries(places).map(([place, href]) => (
            <li key={place}>
              <Tab href={href} isHere={place === at}>
                {say(`my.${place as Place}`)}
              </Tab>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </CustomerShell>
  );
}

const places = {
  orders: '/my',
  files: '/my/downloads',
  codes: '/my/codes',
  addresses: '/my/addresses',
} as const;

type TabProps = Readonly<{ href: string; isHere: boolean; children: ReactNode }>;

function Tab({ href, isHere, children }: TabProps) {
  return (
    <a
      href={href}
      aria-current={isHere ? 'page' : undefined}
      className={clsx(
        'relative flex min-h-10 items-center whitespace-nowrap rounded-sm -outline-offset-2!',
        isHere
          ? '[scroll-initial-target:nearest] font-medium text-ink after:absolute after:inset-x-0 after:-bottom-px after:h-0.5 after:bg-accent'
          : 'text-ink-soft hover:text-ink',
      )}
    >
      {children}
    </a>
  );
}
