import type { ReactNode } from 'react';
import { commonViewport, Document, staffMetadata } from '#app/_ui/document';

export const metadata = staffMetadata;
export const viewport = commonViewport;

export default function SignInLayout({ children }: Readonly<{ children: ReactNode }>) {
  return <Document>{children}</Document>;
}
