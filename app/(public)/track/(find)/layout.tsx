import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { commonViewport, customerMetadata, Document } from '#app/_ui/document';
import { visitorWords } from '../visitor-words';

export const viewport = commonViewport;

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await visitorWords();
  return { ...customerMetadata, title: { absolute: say('find.name') } };
}

export default async function FindLayout({ children }: Readonly<{ children: ReactNode }>) {
  const { locale } = await visitorWords();
  return <Document locale={locale}>{children}</Document>;
}
