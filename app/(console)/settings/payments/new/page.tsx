import type { Metadata } from 'next';
import Link from 'next/link';
import { Card } from '#app/_ui/card';
import { Icon } from '#app/_ui/icon';
import { PageGrid } from '#app/_ui/page-grid';
import { api, sessionContext } from '#server/api/caller';
import { configTexts } from '#server/payments/config-texts';
import { currencyChoices } from '#server/settings/shop-choices';
import { consoleSession } from '../../../console-session';
import { callbackUrl, Reach } from '../account-address';
import { AccountHeading } from '../account-heading';
import { GatewayForm } from '../gateway-form';
import { GatewayGuide } from '../gateway-guide';
import { gatewayCopy, offeredGateways } from '../gateways/gateway-copies';
import type { GatewayCopy } from '../gateways/gateway-copy';

export const metadata: Metadata = { title: 'Add a gateway' };

type Props = Readonly<{ searchParams: Promise<Readonly<{ gateway?: string | string[] }>> }>;

export default async function NewGatewayPage({ searchParams }: Props) {
  const { gateway } = await searchParams;
  const chosen = typeof gateway === 'string' ? gateway : undefined;
  await consoleSession(`/settings/payments/new${chosen ? `?gateway=${chosen}` : ''}`);
  const copy = gatewayCopy(chosen);
  return chosen && copy ? <NewAccount gateway={chosen} copy={copy} /> : <ChooseGateway />;
}

function ChooseGateway() {
  return (
    <>
      <AccountHeading title="Add a gateway" meta="Which one takes your payments?" />
      <Card flush className="max-w-2xl">
        <ul className="divide-y divide-line">
          {offeredGateways.map(([id, { name, needs }]) => (
            <li
              key={id}
              className="relative flex items-center gap-4 px-(--card-pad) py-4 hover:bg-wash"
            >
              <div className="min-w-0 flex-1">
                <Link
                  href={`/settings/payments/new?gateway=${id}`}
                  prefetch={false}
                  className="cover-link font-medium"
                >
                  {name}
                </Link>
                <p className="text-pretty text-ink-soft">{needs}</p>
              </div>
              <Icon name="chevron-right" className="text-ink-soft" />
            </li>
          ))}
        </ul>
      </Card>
    </>
  );
}

type NewProps = Readonly<{ gateway: string; copy: GatewayCopy }>;

async function NewAccount({ gateway, copy }: NewProps) {
  const [{ payments }, { env, shop }] = await Promise.all([api(), sessionContext()]);
  const { gateways } = await payments.accounts();
  const { name, fields, currency, slug } = copy;
  const taken = gateways.map((account) => account.slug);
  return (
    <>
      <AccountHeading title={`Add ${name}`} />
      <PageGrid
        aside={
          <div className="grid gap-4 md:max-xl:[column-span:all]">
            <Reach appUrl={env.appUrl} />
            <GatewayGuide copy={copy} />
          </div>
        }
      >
        <GatewayForm
          gateway={gateway}
          version={null}
          saved={{
            slug: freeSlug(slug, taken),
            name,
            enabled: true,
            mode: 'live',
            currency: currency.isNeeded ? (shop?.currency ?? '') : '',
            settings: {},
            config: configTexts(gateway, null),
          }}
          fields={fields.map((field) => ({ ...field, kept: [] }))}
          currency={{ ...currency, choices: currencyChoices() }}
          addressStart={callbackUrl(env.appUrl, '')}
        />
      </PageGrid>
    </>
  );
}

/** `stripe`, and `stripe-2` where that is taken. */
function freeSlug(slug: string, taken: readonly string[]): string {
  if (!taken.includes(slug)) return slug;
  for (let number = 2; ; number += 1) {
    if (!taken.includes(`${slug}-${number}`)) return `${slug}-${number}`;
  }
}
