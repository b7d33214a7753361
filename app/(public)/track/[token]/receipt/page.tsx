import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { createElement, Fragment } from 'react';
import { PrintButton } from '#app/_ui/print-button';
import type { Address } from '#domain/address';
import { addressLines } from '#server/mail/words';
import type { ReceiptState } from '#server/tracking/view-own-part';
import { trackingWords } from '#server/tracking/words/tracking-words';
import { CustomerShell } from '../../customer-shell';
import { Day } from '../day';
import { OrderSum } from '../order-sum';
import { BackLink } from '../own-page';
import { readOwnPage, trackHref } from '../read-own-page';

type Props = Readonly<{ params: Promise<{ token: string }> }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { page } = await readOwnPage((await params).token);
  const { say } = trackingWords(page.locale);
  const order = say('page.order', { number: page.number });
  return { title: { absolute: `${say('receipt.title')} · ${order} · ${page.shop.name}` } };
}

/** To print: what was bought, what was paid for it and what went back. */
export default async function ReceiptPage({ params }: Props) {
  const { token } = await params;
  const { page: current, own } = await readOwnPage(token);
  // A receipt is read in other years too, so every day on it is written with its own.
  const page = { ...current, nowMs: 0 };
  if (own.receipt === null) redirect(trackHref(token));
  const { shop, number, locale } = page;
  const { say, pieces } = trackingWords(locale);
  const ordered = { date: <Day at={own.placedAt} page={page} length="day" /> };
  return (
    <CustomerShell shop={{ ...shop, postalAddress: '', footer: '' }} width="page" locale={locale}>
      <style>{'@page{margin:15mm}'}</style>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3 print:hidden">
        <BackLink page={page} token={token} />
        <PrintButton>{say('receipt.print')}</PrintButton>
      </div>
      <article className="rounded-lg border border-line bg-surface p-(--card-pad) shadow-card print:border-0 print:shadow-none print:p-0 [&_li]:break-inside-avoid">
        <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
          <div className="min-w-0">
            <h1 className="font-semibold text-2xl tracking-tight">{say('receipt.title')}</h1>
            <p className="wrap-anywhere">{say('page.order', { number })}</p>
            <p className="text-ink-soft">
              {createElement(Fragment, null, ...pieces('receipt.ordered', ordered))}
            </p>
          </div>
          <p className="rounded-md border border-edge px-3 py-1 font-semibold">
            {say(states[own.receipt])}
          </p>
        </div>
        <div className="mt-5 mb-4 grid gap-5 sm:grid-cols-2 print:grid-cols-2">
          <div className="min-w-0">
            <p className="font-medium">
              <bdi>{shop.name}</bdi>
            </p>
            <p dir="auto" className="wrap-anywhere whitespace-pre-line">
              {shop.postalAddress}
            </p>
          </div>
          <BilledTo
            address={own.billingAddress ?? own.shippingAddress}
            name={own.customerName}
            locale={locale}
          />
        </div>
        <OrderSum page={page} />
        <p className="mt-5 text-ink-soft text-sm">{say('receipt.notInvoice')}</p>
      </article>
    </CustomerShell>
  );
}

type BilledProps = Readonly<{ address: Address | null; name: string; locale: string }>;

function BilledTo({ address, name, locale }: BilledProps) {
  const lines = address === null ? [name] : addressLines(address, locale);
  return (
    <div className="min-w-0">
      <p className="text-ink-soft text-sm">{trackingWords(locale).say('receipt.billedTo')}</p>
      <address className="wrap-anywhere not-italic">
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two lines of an address may be equal
          <bdi key={index} className="block">
            {line}
          </bdi>
        ))}
      </address>
    </div>
  );
}

const states = {
  paid: 'receipt.paid',
  partlyPaid: 'receipt.partlyPaid',
  refunded: 'receipt.refunded',
  partlyRefunded: 'receipt.partlyRefunded',
  takenBack: 'receipt.takenBack',
  cancelled: 'receipt.cancelled',
} as const satisfies Record<ReceiptState, string>;
