import type { ReactNode } from 'react';
import { commonViewport, customerMetadata, Document } from '#app/_ui/document';
import { customerLocale } from '#domain/language';
import { currentCustomer } from '#server/api/caller';
import { visitorWords } from '../track/visitor-words';

export const metadata = customerMetadata;
export const viewport = commonViewport;

export default async function MyLayout({ children }: Readonly<{ children: ReactNode }>) {
  return <Document locale={await localeOfReader()}>{children}</Document>;
}

/** That of whoever is signed in, as the page below speaks, or else of the browser. */
async function localeOfReader(): Promise<string> {
  const customer = await currentCustomer();
  if (customer === null) return (await visitorWords()).locale;
  return customerLocale(customer.locale, customer.shopLanguage);
}
