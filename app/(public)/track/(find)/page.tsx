import { createElement, Fragment, type ReactNode } from 'react';
import { Button } from '#app/_ui/button';
import { Field } from '#app/_ui/field';
import { FormStack } from '#app/_ui/form-layout';
import { PlainLink } from '#app/_ui/plain-link';
import { TicketCard } from '#app/_ui/ticket-card';
import type { TrackingWords } from '#server/tracking/words/tracking-words';
import { CustomerShell } from '../customer-shell';
import { DoorLink } from '../door-link';
import { Told } from '../told';
import { type Typed, typedBefore } from '../typed';
import { shopFace, visitorWords } from '../visitor-words';
import { WaitAWhile } from '../wait-a-while';

type Props = Readonly<{ searchParams: Promise<Record<string, string | string[] | undefined>> }>;

/** For whoever has lost the link: it is sent anew, to the address that the order was placed with. */
export default async function FindOrderPage({ searchParams }: Props) {
  const [shop, words, asked] = await Promise.all([shopFace(), visitorWords(), searchParams]);
  const { sent, wait, fault } = asked;
  const { locale } = words;
  return (
    <CustomerShell shop={shop} width="form" locale={locale}>
      {sent !== undefined ? <Sent words={words} isRenewed={sent === 'new'} /> : null}
      {sent === undefined && wait !== undefined ? (
        <WaitAWhile words={words} minutes={Number(wait)} again="/track" />
      ) : null}
      {sent === undefined && wait === undefined ? (
        <FindForm
          words={words}
          faults={String(fault ?? '').split('.')}
          typed={await typedFor(fault)}
        />
      ) : null}
      <DoorLink locale={locale} />
    </CustomerShell>
  );
}

async function typedFor(fault: unknown): Promise<Typed> {
  return fault === undefined ? { number: '', email: '' } : typedBefore();
}

type Says = Readonly<{ words: TrackingWords }>;
type FindProps = Says & Readonly<{ faults: readonly string[]; typed: Typed }>;

function FindForm({ words: { say }, faults, typed }: FindProps) {
  return (
    <TicketCard
      stub={
        <>
          <h1 className="font-semibold text-2xl tracking-tight">{say('find.title')}</h1>
          <p className="mt-2 mb-1 text-ink-soft">{say('find.intro')}</p>
        </>
      }
    >
      <form method="post" action="/track/send" noValidate>
        <FormStack className="pt-1 pb-1">
          <Field
            label={say('find.number')}
            name="number"
            dir="ltr"
            defaultValue={typed.number}
            hint={say('find.numberHint')}
            error={faults.includes('number') ? say('find.numberFault') : undefined}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            maxLength={100}
            autoFocus={faults.includes('number')}
            required
          />
          <Field
            label={say('find.email')}
            name="email"
            type="email"
            dir="ltr"
            defaultValue={typed.email}
            error={faults.includes('email') ? say('find.emailFault') : undefined}
            autoComplete="email"
            maxLength={254}
            autoFocus={faults.includes('email') && !faults.includes('number')}
            required
          />
          <Button kind="primary" className="w-full">
            {say('find.send')}
          </Button>
        </FormStack>
      </form>
    </TicketCard>
  );
}

function Sent({ words: { say, pieces }, isRenewed }: Says & Readonly<{ isRenewed: boolean }>) {
  const nothing = pieces('sent.nothing', {}, { again: linkToForm });
  return (
    <Told icon="mail-check" title={say('sent.title')}>
      <p>{say(isRenewed ? 'sent.renewed' : 'sent.words')}</p>
      <p className="mt-2">{createElement(Fragment, null, ...nothing)}</p>
    </Told>
  );
}

function linkToForm(words: readonly ReactNode[]) {
  return <PlainLink href="/track">{createElement(Fragment, null, ...words)}</PlainLink>;
}
