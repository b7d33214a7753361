import { Card } from '#app/_ui/card';
import { CopyButton } from '#app/_ui/copy-button';
import { PlainLink } from '#app/_ui/plain-link';

export function TrackingPageCard({ url }: Readonly<{ url: string }>) {
  return (
    <Card title="The customer’s page" className="print:hidden">
      <p className="text-ink-soft text-sm">
        Whoever has this link sees how the order stands. It is in every message.
      </p>
      <p className="mt-1.5 flex flex-wrap items-center gap-x-3">
        <PlainLink href={url} external>
          Open it
        </PlainLink>
        <CopyButton text={url} what="link to the customer’s page" />
      </p>
    </Card>
  );
}
