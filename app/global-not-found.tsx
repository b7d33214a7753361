import type { Metadata } from 'next';
import { Document } from './_ui/document';
import { PlainButtonLink } from './_ui/plain-link';
import { PlainPage } from './_ui/plain-page';

export const metadata: Metadata = { title: 'Not found · Counterfoil' };

/** For an address that leads nowhere at all; it stands outside every layout. */
export default function GlobalNotFound() {
  return (
    <Document>
      <PlainPage
        title="There is nothing at this address"
        actions={
          <PlainButtonLink href="/" kind="primary">
            Go to the start
          </PlainButtonLink>
        }
      >
        <p>
          The link may be cut short, or what it led to has been deleted. If it came in a message,
          open it from there once more.
        </p>
      </PlainPage>
    </Document>
  );
}
