import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { directionOf } from '#domain/language';
import '../globals.css';

export const staffMetadata: Metadata = {
  title: { default: 'Counterfoil', template: '%s · Counterfoil' },
  description: 'Orders, payments, stock and shipping in one calm place.',
  robots: { index: false, follow: false },
  // Not `no-referrer`: under it a form sent without script has no origin to be checked by.
  referrer: 'same-origin',
};

/** Under no-referrer a browser sends no origin with a form, so customers’ forms go to routes. */
export const customerMetadata: Metadata = {
  description: null,
  robots: { index: false, follow: false },
  referrer: 'no-referrer',
};

export const commonViewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f8f8f7' },
    { media: '(prefers-color-scheme: dark)', color: '#12110f' },
  ],
};

type Props = Readonly<{
  children: ReactNode;
  /** Of the words on the page; English when left out. */
  locale?: string | undefined;
}>;

/** The page around everything. There is no layout above: each part of the app says its language. */
export function Document({ children, locale = 'en' }: Props) {
  return (
    <html lang={locale} dir={directionOf(locale)}>
      <body>{children}</body>
    </html>
  );
}
