import type { ReactNode } from 'react';
import { commonViewport, customerMetadata, Document } from '#app/_ui/document';
import { visitorWords } from '../visitor-words';
import { readPage } from './read-page';

export const metadata = customerMetadata;
export const viewport = commonViewport;

type Props = Readonly<{ children: ReactNode; params: Promise<{ token: string }> }>;

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
