import { CopyText } from '#app/_ui/copy-text';
import { Notice } from '#app/_ui/notice';

/** Where the gateway sends its messages. */
export function callbackUrl(appUrl: string, slug: string): string {
  return `${appUrl}/api/silent-response/${slug}`;
}

type Props = Readonly<{ appUrl: string; slug: string }>;

export function AccountAddress({ appUrl, slug }: Props) {
  return (
    <div className="grid gap-3">
      <p>
        <CopyText text={callbackUrl(appUrl, slug)} what="address" />
      </p>
      <Reach appUrl={appUrl} />
    </div>
  );
}

/** A gateway calls from the internet, and most of them only over https. */
export function Reach({ appUrl }: Readonly<{ appUrl: string }>) {
  const { hostname, protocol } = new URL(appUrl);
  if (hostname === 'localhost' || hostname.startsWith('127.')) {
    return (
      <Notice tone="warn" title="No gateway can reach this address">
        It means this computer only. Set <code className="font-mono">APP_URL</code> to the address
        under which the shop is reached from outside, and start again.
      </Notice>
    );
  }
  if (protocol !== 'https:') {
    return (
      <Notice tone="warn" title="This address is not encrypted">
        Most gateways send their messages to https addresses only. Set{' '}
        <code className="font-mono">APP_URL</code> to one, and start again.
      </Notice>
    );
  }
  return null;
}
