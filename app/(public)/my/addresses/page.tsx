import type { Metadata } from 'next';
import { cache } from 'react';
import { Button } from '#app/_ui/button';
import { Card } from '#app/_ui/card';
import { EmptyState } from '#app/_ui/empty-state';
import { Notice } from '#app/_ui/notice';
import { PlainButtonLink } from '#app/_ui/plain-link';

import { addressLines } from '#server/mail/words';
import type { MyAddress } from '#server/my/my-addresses';
import { trackingWords } from '#server/tracking/words/tracking-words';
import { MyShell } from '../_parts/my-shell';
import { ownPage, ownTitle } from '../_parts/own-page';

type Props = Readonly<{ searchParams: Promise<Record<string, string | string[] | undefined>> }>;

export async function generateMetadata(): Promise<Metadata> {
  return ownTitle(await readPage(), (say) => say('my.addressesTitle'));
}

export default async function MyAddressesPage({ searchParams }: Props) {
  const { remove, removed } = await searchParams;
  const page = await readPage();
  const { addresses, locale } = page;
  const { say } = trackingWords(locale);
  return (
    <MyShell frame={page} title={say('my.addressesTitle')} at="addresses">
      <div role="status" className="[&:not(:empty)]:mb-4">
        {removed === undefined ? null : <Notice tone="good" title={say('my.removed')} />}
      </div>
      {addresses.length === 0 ? (
        <Card flush>
          <EmptyState title={say('my.noAddresses')}>{say('my.noAddressesWords')}</EmptyState>
        </Card>
      ) : (
        <>
          <p className="mb-4 text-ink-soft">{say('my.addressesIntro')}</p>
          <ul className="grid grid-cols-1 gap-3 sm:grid-cols-2">
            {addresses.map((address) => (
              <AddressCard
                key={address.key}
                {...{ address, locale }}
                isLeaving={remove === address.key}
              />
            ))}
          </ul>
        </>
      )}
    </MyShell>
  );
}

/** Read once for the title and the page. */
const readPage = cache(() => ownPage('/my/addresses', (door) => door.addresses()));

type CardProps = Readonly<{ address: MyAddress; locale: string; isLeaving: boolean }>;

function AddressCard({ address: { key, address }, locale, isLeaving }: CardProps) {
  const { say } = trackingWords(locale);
  const lines = addressLines(address, locale);
  return (
    <li
      id={key}
      className="flex min-w-0 flex-col justify-between gap-3 rounded-lg border border-line bg-surface px-(--card-pad) py-4 shadow-card"
    >
      <address className="wrap-anywhere not-italic">
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two lines of an address may be equal
          <span key={index} className="block">
            <bdi>{line}</bdi>
          </span>
        ))}
      </address>
      {isLeaving ? (
        <Confirmation of={key} locale={locale} />
      ) : (
        <div>
          <PlainButtonLink href={`/my/addresses?remove=${key}#${key}`} size="small">
            {say('my.remove')}
            <span className="sr-only"> {lines.join(', ')}</span>
          </PlainButtonLink>
        </div>
      )}
    </li>
  );
}

function Confirmation({ of, locale }: Readonly<{ of: string; locale: string }>) {
  const { say } = trackingWords(locale);
  return (
    <form method="post" action="/my/addresses/remove" className="border-line border-t pt-3">
      <input type="hidden" name="address" value={of} />
      <h2 className="font-medium">{say('my.removeTitle')}</h2>
      <p className="mb-3 text-ink-soft text-sm">{say('my.removeWords')}</p>
      <div className="flex flex-wrap gap-2">
        <Button kind="danger" size="small">
          {say('my.remove')}
        </Button>
        <PlainButtonLink href="/my/addresses" size="small">
          {say('my.keep')}
        </PlainButtonLink>
      </div>
    </form>
  );
}
