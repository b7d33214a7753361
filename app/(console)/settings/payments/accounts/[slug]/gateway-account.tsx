import { ButtonLink } from '#app/_ui/button-link';
import { Card } from '#app/_ui/card';
import { Notice } from '#app/_ui/notice';
import { TextLink } from '#app/_ui/text-link';
import { api, sessionContext } from '#server/api/caller';
import { orNotFound } from '#server/api/or-not-found';
import { configTexts } from '#server/payments/config-texts';
import type { GatewayAccountPage } from '#server/payments/read-gateway-account';
import { currencyChoices } from '#server/settings/shop-choices';
import { CallbacksTable } from '../../../../inbox/callbacks-table';
import { inboxHref, wholeInbox } from '../../../../inbox/inbox-address';
import { AccountAddress, callbackUrl } from '../../account-address';
import { LiveBadge, OnBadge } from '../../account-badges';
import { AccountDiagnosis } from '../../account-diagnosis';
import { AccountHeading } from '../../account-heading';
import { diagnosisOf } from '../../diagnosis-of';
import { GatewayForm } from '../../gateway-form';
import { GatewayGuide } from '../../gateway-guide';
import { gatewayCopy, gatewayName } from '../../gateways/gateway-copies';
import type { AccountField } from '../../gateways/gateway-copy';

type Clock = Readonly<{ nowMs: number; timeZone: string }>;
type Props = Clock & Readonly<{ slug: string; isNew: boolean }>;

export async function GatewayAccount({ slug, isNew, ...clock }: Props) {
  const [{ payments }, { env }] = await Promise.all([api(), sessionContext()]);
  const account = await orNotFound(payments.gatewayAccount({ slug }));
  const { gateway } = account;
  const copy = gatewayCopy(gateway);
  const diagnosis = diagnosisOf({ ...account, changedAt: account.version });
  return (
    <>
      <AccountHeading
        title={account.name}
        badges={
          <>
            <OnBadge enabled={account.enabled} />
            <LiveBadge live={account.live} />
          </>
        }
        meta={gatewayName(gateway) === account.name ? null : gatewayName(gateway)}
      />
      <div className="grid gap-4">
        {isNew && account.enabled && diagnosis.tone === 'info' ? (
          <NextStep />
        ) : (
          <AccountDiagnosis
            {...{ diagnosis, ...clock }}
            health={account}
            leftOut={account.leftOut}
          />
        )}
        <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_26rem]">
          <div className="grid min-w-0 gap-4">
            <Card title="Address for the gateway">
              <AccountAddress appUrl={env.appUrl} slug={slug} />
            </Card>
            {copy ? <GatewayGuide copy={copy} isFolded={account.lastGood !== null} /> : null}
            <TryItOut slug={slug} />
            <LastCallbacks account={account} {...clock} />
          </div>
          <div id="account" className="min-w-0 scroll-mt-4">
            <GatewayForm
              gateway={gateway}
              version={account.version}
              saved={{
                slug,
                name: account.name,
                enabled: account.enabled,
                mode: account.live ? 'live' : 'test',
                currency: account.currency ?? '',
                settings: account.settings,
                config: configTexts(gateway, account.config),
              }}
              fields={fieldsOf(account)}
              currency={{
                ...(copy?.currency ?? { hint: '', isNeeded: false }),
                choices: currencyChoices(),
              }}
              addressStart={callbackUrl(env.appUrl, '')}
            />
          </div>
        </div>
      </div>
    </>
  );
}

function NextStep() {
  return (
    <Notice tone="good" title="The account is made">
      Give the gateway the address below. The first message that comes in is shown on this page.
    </Notice>
  );
}

function TryItOut({ slug }: Readonly<{ slug: string }>) {
  return (
    <Card title="Try it out">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <p className="max-w-prose flex-1 basis-72 text-pretty text-ink-soft">
          See what messages of this gateway would do before the first real one comes: a payment, a
          wrong amount, a signature that does not fit. Nothing is changed.
        </p>
        <ButtonLink href={`/settings/payments/accounts/${slug}/lab`} icon="play">
          Try it out
        </ButtonLink>
      </div>
    </Card>
  );
}

/** Those that the form knows, then those that a program has set beside them. */
function fieldsOf({ gateway, secrets }: GatewayAccountPage) {
  const known = gatewayCopy(gateway)?.fields ?? [];
  const others = Object.keys(secrets)
    .filter((name) => !known.some((field) => field.name === name))
    .map((name) => ({ ...setByProgram, name, label: name }));
  return [...known, ...others].map((field) => ({ ...field, kept: secrets[field.name] ?? [] }));
}

const setByProgram = {
  hint: 'It was set through the API.',
  kind: 'secret',
  isOptional: true,
} as const satisfies Partial<AccountField>;

type AccountProps = Clock & Readonly<{ account: GatewayAccountPage }>;

function LastCallbacks({ account, ...clock }: AccountProps) {
  const { callbacks, slug } = account;
  if (callbacks.length === 0) return null;
  return (
    <Card
      title="What came in last"
      flush
      footer={
        <TextLink href={inboxHref(wholeInbox, { account: slug })}>
          All callbacks of this account
        </TextLink>
      }
    >
      <CallbacksTable
        caption="The last callbacks of this account, newest first"
        callbacks={callbacks}
        without={['account']}
        {...clock}
      />
    </Card>
  );
}
