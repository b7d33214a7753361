import { createElement, Fragment, type ReactNode } from 'react';
import { Button } from '#app/_ui/button';
import { Card } from '#app/_ui/card';
import { Icon, type IconName } from '#app/_ui/icon';
import { PlainLink } from '#app/_ui/plain-link';
import type { OwnPart, OwnRequest } from '#server/tracking/view-own-part';
import type { TrackingPage } from '#server/tracking/view-tracking-page';
import { trackingWords } from '#server/tracking/words/tracking-words';
import { Day } from './day';
import { Contact } from './own-page';
import { trackHref } from './read-own-page';

type Props = Readonly<{ page: TrackingPage; token: string; done: string | string[] | undefined }>;

/** What the customer may change now, and what stands of what they asked. */
export function OwnPanel({ page, token, done }: Props) {
  const { own, hasOwnPart, locale } = page;
  const { say, pieces } = trackingWords(locale);
  const told = doneSentence(page, done);
  if (own === null) {
    // All the others are about what only the customer can do.
    const waits = done === 'wait' ? told : null;
    if (!hasOwnPart && waits === null) return null;
    const signIn = (words: readonly ReactNode[]) => (
      <PlainLink href={`/my/sign-in?from=${encodeURIComponent(trackHref(token))}`}>
        {createElement(Fragment, null, ...words)}
      </PlainLink>
    );
    return (
      <div id="change" className="grid gap-2 px-(--card-pad) print:hidden">
        <p role="status" className="font-medium empty:hidden">
          {waits}
        </p>
        {hasOwnPart ? (
          <p className="text-ink-soft">
            {createElement(Fragment, null, ...pieces('own.signIn', {}, { in: signIn }))}
          </p>
        ) : null}
      </div>
    );
  }
  const links = linksOf(own);
  if (links.length + own.requests.length === 0 && told === null) return null;
  return (
    <div className="print:hidden">
      <Card title={say('own.title')} id="change">
        <div className="grid gap-4">
          <p role="status" className="font-medium empty:hidden">
            {told}
          </p>
          {own.requests.map((request) => (
            <Asked key={request.id} request={request} page={page} token={token} />
          ))}
          {links.length > 0 ? (
            <ul className="grid gap-1">
              {links.map(({ below, icon, words }) => (
                <li key={below}>
                  <PlainLink
                    href={trackHref(token, below)}
                    className="inline-flex min-h-8 items-center gap-2.5"
                  >
                    <Icon name={icon} className="text-ink-soft" />
                    {say(words)}
                  </PlainLink>
                </li>
              ))}
            </ul>
          ) : null}
          <p className="text-ink-soft text-sm">
            <Contact page={page} />
          </p>
        </div>
      </Card>
    </div>
  );
}

type OwnLink = Readonly<{
  below: string;
  icon: IconName;
  words: 'own.cancel' | 'own.address' | 'own.notReceived' | 'own.receipt';
}>;

function linksOf({ obstacles, receipt }: OwnPart): readonly OwnLink[] {
  const { correct_own_address, report_not_received, ask_to_cancel } = obstacles;
  const all: readonly (OwnLink & Readonly<{ isOffered: boolean }>)[] = [
    {
      ...{ below: '/address', icon: 'map-pin', words: 'own.address' },
      isOffered: correct_own_address === null,
    },
    {
      ...{ below: '/not-received', icon: 'package', words: 'own.notReceived' },
      isOffered: report_not_received === null,
    },
    {
      ...{ below: '/cancel', icon: 'circle-slash', words: 'own.cancel' },
      isOffered: ask_to_cancel === null,
    },
    {
      ...{ below: '/receipt', icon: 'receipt-text', words: 'own.receipt' },
      isOffered: receipt !== null,
    },
  ];
  return all.filter(({ isOffered }) => isOffered);
}

type AskedProps = Readonly<{ request: OwnRequest; page: TrackingPage; token: string }>;

function Asked({ request, page, token }: AskedProps) {
  const { id, kind, stands, askedAt, answerText } = request;
  const { say, pieces } = trackingWords(page.locale);
  const date = <Day at={askedAt} page={page} length="day" />;
  const sentence = pieces(sentences[kind][stands], { date });
  return (
    <div className="grid justify-items-start gap-2 rounded-lg bg-wash px-4 py-3">
      <p>{createElement(Fragment, null, ...sentence)}</p>
      {answerText === null ? null : (
        <blockquote
          dir="auto"
          className="wrap-anywhere whitespace-pre-line border-line border-s-2 ps-3"
        >
          {answerText}
        </blockquote>
      )}
      {stands === 'open' ? (
        <form method="post" action={trackHref(token, '/ask')}>
          <input type="hidden" name="what" value="withdraw" />
          <input type="hidden" name="request" value={id} />
          <Button size="small">
            {say(kind === 'cancel' ? 'own.takeBackCancel' : 'own.takeBackNotReceived')}
          </Button>
        </form>
      ) : null}
    </div>
  );
}

const sentences = {
  cancel: { open: 'own.askedCancel', answered: 'own.refused', left: 'own.left' },
  not_received: { open: 'own.askedNotReceived', answered: 'own.answered', left: 'own.answered' },
} as const satisfies Record<OwnRequest['kind'], Record<OwnRequest['stands'], string>>;

/** Said once, after a form; what it asked for stands below. */
function doneSentence({ locale }: TrackingPage, done: Props['done']): string | null {
  const { say } = trackingWords(locale);
  switch (done) {
    case 'asked':
      return say('own.doneAsked');
    case 'address':
      return say('own.doneAddress');
    case 'withdrawn':
      return say('own.doneWithdrawn');
    case 'wait':
      return say('own.wait');
    default:
      return null;
  }
}
