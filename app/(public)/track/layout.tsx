import type { Metadata } from 'next';
import type { ReactNode } from 'react';

export const metadata: Metadata = {
  title: { absolute: 'Follow your order' },
  description: null,
  robots: { index: false, follow: false },
  referrer: 'no-referrer',
};

/** Under no-referrer a browser sends no origin with a form, so the forms here go to routes. */
export default function TrackLayout({ children }: Readonly<{ children: ReactNode }>) {
  return children;
}
