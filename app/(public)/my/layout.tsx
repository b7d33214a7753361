import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { visitorWords } from '../track/visitor-words';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await visitorWords();
  return {
    title: { absolute: say('door.name') },
    description: null,
    robots: { index: false, follow: false },
    referrer: 'no-referrer',
  };
}

/** Under no-referrer a browser sends no origin with a form, so the forms here go to routes. */
export default function MyLayout({ children }: Readonly<{ children: ReactNode }>) {
  return children;
}
