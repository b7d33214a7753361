import type { Metadata } from 'next';
import { ButtonLink } from '#app/_ui/button-link';
import { Card } from '#app/_ui/card';
import { EmptyState } from '#app/_ui/empty-state';
import { api } from '#server/api/caller';
import { orNotFound } from '#server/api/or-not-found';
import type { GatewayAccountPage } from '#server/payments/read-gateway-account';
import { consoleSession } from '../../../../../console-session';
import { LiveBadge, OnBadge } from '../../../account-badges';
import { AccountHeading } from '../../../account-heading';
import { LabForm } from './lab-form';

export const metadata: Metadata = { title: 'Try a payment account out' };

type Props = Readonly<{ params: Promise<Readonly<{ slug: string }>> }>;

export default async function LabPage({ params }: Props) {
  const { slug } = await params;
  const accountHref = `/settings/payments/accounts/${slug}`;
  await consoleSession(`${accountHref}/lab`);
  const account = await orNotFound((await api()).payments.gatewayAccount({ slug }));
  return (
    <>
      <AccountHeading
        title="Try it out"
        back={{ href: accountHref, label: account.name }}
        badges={
          <>
            <OnBadge enabled={account.enabled} />
            <LiveBadge live={account.live} />
          </>
        }
        meta="Messages are made as the gateway makes them, signed with the secrets of this account, and taken through the same checks as real ones."
      />
      <Lab account={account} accountHref={accountHref} />
    </>
  );
}

type LabProps = Readonly<{ account: GatewayAccountPage; accountHref: string }>;

function Lab({ account: { slug, live, lab, areSecretsReadable }, accountHref }: LabProps) {
  if (!areSecretsReadable) {
    return (
      <Impossible title="The secrets cannot be read any more" accountHref={accountHref}>
        Put the former AUTH_SECRET back, or enter the secrets anew: messages are signed with them.
      </Impossible>
    );
  }
  if (!lab.canSign) {
    return (
      <Impossible title="Only the gateway can sign its messages" accountHref={accountHref}>
        They are signed with a key that the gateway alone has. Send a test from its own control
        panel: it comes into the inbox.
      </Impossible>
    );
  }
  if (lab.cases.length === 0) {
    return (
      <Impossible title="There is nothing here to sign with" accountHref={accountHref}>
        This account lacks the secret that the gateway signs with: a public key can check a message,
        but not make one. Send a test from the gateway's own control panel.
      </Impossible>
    );
  }
  return <LabForm slug={slug} cases={lab.cases} mayBeSent={!live} />;
}

type ImpossibleProps = Readonly<{ title: string; accountHref: string; children: string }>;

function Impossible({ title, accountHref, children }: ImpossibleProps) {
  return (
    <Card>
      <EmptyState
        title={title}
        action={<ButtonLink href={accountHref}>Back to the account</ButtonLink>}
      >
        <p>{children}</p>
      </EmptyState>
    </Card>
  );
}
