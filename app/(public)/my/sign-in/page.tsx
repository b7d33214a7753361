import { createElement, Fragment, type ReactNode } from 'react';
import { Button } from '#app/_ui/button';
import { Field } from '#app/_ui/field';
import { FormStack } from '#app/_ui/form-layout';
import { Notice } from '#app/_ui/notice';
import { PlainLink } from '#app/_ui/plain-link';
import { TicketCard } from '#app/_ui/ticket-card';
import type { TrackingWords } from '#server/tracking/words/tracking-words';
import { CustomerShell } from '../../track/customer-shell';
import { Told } from '../../track/told';
import { shopFace, visitorWords } from '../../track/visitor-words';
import { WaitAWhile } from '../../track/wait-a-while';
import { doorTitle } from '../_parts/door-title';
import { emailBefore } from '../_parts/kept-at-door';

export const generateMetadata = doorTitle;

type Props = Readonly<{ searchParams: Promise<Record<string, string | string[] | undefined>> }>;

/** The customers' own door: an e-mail address, and no password. */
export default async function CustomerSignInPage({ searchParams }: Props) {
  const [shop, words, asked] = await Promise.all([shopFace(), visitorWords(), searchParams]);
  return (
    <CustomerShell shop={shop} width="form" locale={words.locale}>
      {await stateOf(words, asked)}
      <p className="mt-6 text-center text-sm">
        <PlainLink href="/track" className="inline-block">
          {words.say('door.byNumber')}
        </PlainLink>
      </p>
    </CustomerShell>
  );
}

type Query = Readonly<Record<string, string | string[] | undefined>>;

async function stateOf(words: TrackingWords, { sent, wait, fault, out, from }: Query) {
  if (sent !== undefined) return <Sent words={words} />;
  if (wait !== undefined) return <WaitAWhile words={words} minutes={Number(wait)} again={door} />;
  const hasFault = fault !== undefined;
  return (
    <>
      <div role="status" className="[&:not(:empty)]:mb-4">
        {out === undefined ? null : <Notice tone="good" title={words.say('door.out')} />}
      </div>
      <AskForm
        words={words}
        hasFault={hasFault}
        email={hasFault ? await emailBefore() : ''}
        from={typeof from === 'string' ? from : ''}
      />
    </>
  );
}

const door = '/my/sign-in';

type Says = Readonly<{ words: TrackingWords }>;
type AskProps = Says & Readonly<{ hasFault: boolean; email: string; from: string }>;

function AskForm({ words: { say }, hasFault, email, from }: AskProps) {
  return (
    <TicketCard
      stub={
        <>
          <h1 className="font-semibold text-2xl tracking-tight">{say('door.title')}</h1>
          <p className="mt-2 mb-1 text-ink-soft">{say('door.intro')}</p>
        </>
      }
    >
      <form method="post" action={`${door}/send`} noValidate>
        <input type="hidden" name="from" value={from} />
        <FormStack className="pt-1 pb-1">
          <Field
            label={say('find.email')}
            name="email"
            type="email"
            dir="ltr"
            defaultValue={email}
            error={hasFault ? say('door.emailFault') : undefined}
            autoComplete="email"
            maxLength={254}
            autoFocus={hasFault}
            required
          />
          <Button kind="primary" className="w-full">
            {say('door.send')}
          </Button>
        </FormStack>
      </form>
    </TicketCard>
  );
}

function Sent({ words: { say, pieces } }: Says) {
  const again = (words: readonly ReactNode[]) => (
    <PlainLink href={door}>{createElement(Fragment, null, ...words)}</PlainLink>
  );
  return (
    <Told icon="mail-check" title={say('sent.title')}>
      <p>{say('door.sentWords')}</p>
      <p className="mt-2">
        {createElement(Fragment, null, ...pieces('door.sentNothing', {}, { again }))}
      </p>
    </Told>
  );
}
