import type { Metadata } from 'next';
import { cache, type ReactNode } from 'react';
import { commonViewport, customerMetadata, Document } from '#app/_ui/document';
import { customerLocale } from '#domain/language';
import { currentCustomer } from '#server/api/caller';
import { trackingWords } from '#server/tracking/words/tracking-words';
import { visitorWords } from '../track/visitor-words';

export const viewport = commonViewport;

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await words();
  return { ...customerMetadata, title: { absolute: say('door.name') } };
}

export default async function MyLayout({ children }: Readonly<{ children: ReactNode }>) {
  const { locale } = await words();
  return <Document locale={locale}>{children}</Document>;
}

/** Those of whoever is signed in, as the page below speaks, or else of the browser. */
const words = cache(async () => {
  const customer = await currentCustomer();
  if (customer === null) return visitorWords();
  return trackingWords(customerLocale(customer.locale, customer.shopLanguage));
});
