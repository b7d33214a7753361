import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { commonViewport, customerMetadata, Document } from '#app/_ui/document';
import { visitorWords } from '../visitor-words';
import { readPage } from './read-page';

export const viewport = commonViewport;

type Params = Readonly<{ params: Promise<{ token: string }> }>;
type Props = Params & Readonly<{ children: ReactNode }>;

/** The page of an order names itself; this is for where there is none. */
export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { token } = await params;
  if ((await readPage(token)) !== null) return customerMetadata;
  const { say } = await visitorWords();
  return { ...customerMetadata, title: { absolute: say('lost.title') } };
}

export default async function OrderLayout({ children, params }: Props) {
  const { token } = await params;
  return <Document locale={await localeOf(token)}>{children}</Document>;
}

/** That of the order, or of the browser where there is none behind the link. */
async function localeOf(token: string): Promise<string> {
  const behind = await readPage(token);
  if (behind === null) return (await visitorWords()).locale;
  return 'link' in behind ? behind.link.locale : behind.page.locale;
}
