import { redirect } from 'next/navigation';
import { createElement, Fragment, type ReactNode } from 'react';
import { Icon } from '#app/_ui/icon';
import { PlainLink } from '#app/_ui/plain-link';
import { TicketCard } from '#app/_ui/ticket-card';
import type { Obstacle } from '#domain/obstacle-of';
import type { TrackingPage } from '#server/tracking/view-tracking-page';
import { trackingWords } from '#server/tracking/words/tracking-words';
import { CustomerShell } from '../customer-shell';
import { trackHref } from './read-own-page';

type Props = Readonly<{
  page: TrackingPage;
  token: string;
  title: string;
  /**
   * Why it cannot be done now: said instead of the form. Whoever has asked already, by a second
   * click perhaps, is shown the request on the tracking page.
   */
  obstacle: Obstacle | null;
  /** Below the title: what will happen. */
  lead?: ReactNode;
  children: ReactNode;
}>;

/** One thing that a customer may do about an order: its form, or what stands in the way. */
export function OwnPage({ page, token, title, obstacle, lead, children }: Props) {
  if (obstacle === 'asked') redirect(trackHref(token, '?done=asked#change'));
  const { say } = trackingWords(page.locale);
  return (
    <CustomerShell shop={page.shop} width="form" locale={page.locale}>
      <p className="mb-3">
        <BackLink page={page} token={token} />
      </p>
      <TicketCard
        stub={
          <>
            <h1 className="text-pretty font-semibold text-2xl tracking-tight">{title}</h1>
            <div className="mt-2 grid gap-2 text-ink-soft">
              {obstacle === null ? lead : <p>{say(sentences[obstacle])}</p>}
            </div>
          </>
        }
      >
        {obstacle === null ? children : null}
        <p className="mt-4 text-ink-soft text-sm first:mt-0">
          <Contact page={page} />
        </p>
      </TicketCard>
    </CustomerShell>
  );
}

const sentences = {
  cancelled: 'obstacle.cancelled',
  left: 'obstacle.left',
  not_left: 'obstacle.notLeft',
  nothing_to_ship: 'obstacle.nothingToShip',
  // These stand in the way of commands that have no page.
  nothing_asked: 'obstacle.left',
  paid: 'obstacle.left',
  checking: 'obstacle.left',
} as const satisfies Record<Exclude<Obstacle, 'asked'>, string>;

export function BackLink({ page, token }: Pick<Props, 'page' | 'token'>) {
  return (
    <PlainLink href={trackHref(token)} className="inline-flex items-center gap-1">
      <Icon name="chevron-left" size={14} className="rtl:-scale-x-100" />
      {trackingWords(page.locale).say('own.back')}
    </PlainLink>
  );
}

/** How else the shop is reached. */
export function Contact({ page: { replyTo, locale } }: Pick<Props, 'page'>) {
  const { say, pieces } = trackingWords(locale);
  if (replyTo === null) return say('own.reply');
  const label = (
    <PlainLink href={`mailto:${replyTo}`} className="wrap-anywhere">
      <bdi>{replyTo}</bdi>
    </PlainLink>
  );
  return createElement(Fragment, null, ...pieces('own.write', { label }));
}
