import * as z from 'zod';
import { decimalAmount } from './decimal-amount';
import { CurrencyFact, TextFact } from './fact-schemas';

/** Version 2 says `{value, currency_code}`, version 1 `{total, currency}`. */
const Amount = z
  .union(
    [
      z.object({ value: z.string(), currency_code: CurrencyFact }),
      z
        .object({ total: z.string(), currency: CurrencyFact })
        .transform(({ total, currency }) => ({ value: total, currency_code: currency })),
    ],
    'is not an amount',
  )
  .transform(({ value, currency_code }) => ({
    amountMinor: decimalAmount(value, currency_code),
    currency: currency_code,
  }))
  .refine(({ amountMinor }) => typeof amountMinor === 'number', 'is not an amount');

const names = {
  invoice_id: TextFact.nullish(),
  custom_id: TextFact.nullish(),
  invoice_number: TextFact.nullish(),
  custom: TextFact.nullish(),
};

const Unit = z.object({
  ...names,
  amount: Amount.nullish(),
  seller_transaction_id: TextFact.nullish(),
});

const Link = z.object({ rel: z.string(), href: z.string() });

/** What is paid, authorised, refunded or disputed: in an event, or as PayPal's own answer. */
const Resource = z.object(
  {
    ...names,
    id: TextFact.nullish(),
    dispute_id: TextFact.nullish(),
    status: TextFact.nullish(),
    state: TextFact.nullish(),
    status_details: z.object({ reason: TextFact.nullish() }).nullish().catch(null),
    amount: Amount.nullish(),
    dispute_amount: Amount.nullish(),
    dispute_life_cycle_stage: TextFact.nullish(),
    dispute_outcome: z.object({ outcome_code: TextFact.nullish() }).nullish().catch(null),
    purchase_units: z.array(Unit, 'is not a list').nullish(),
    disputed_transactions: z.array(Unit, 'is not a list').nullish(),
    sale_id: TextFact.nullish(),
    capture_id: TextFact.nullish(),
    links: z.array(Link, 'is not a list').nullish().catch(null),
  },
  'is missing',
);
type Resource = z.infer<typeof Resource>;

export type PaypalResource = Readonly<{
  /** The id by which PayPal can be asked for it. */
  id: string | null;
  /** In capitals; version 1 has small ones. */
  status: string;
  reason: string | null;
  orderNumber: string | null;
  amountMinor: number | null;
  currency: string | null;
  /** The id of the payment; a refund has its own, and that of the payment as parent. */
  transactionId: string | null;
  parentTransactionId: string | null;
  isVersion1: boolean;
  /** Of a dispute: where it stands and how it ended. */
  stage: string | null;
  outcome: string | null;
}>;

export function readPaypalResource(
  value: unknown,
): Readonly<{ ok: true; resource: PaypalResource }> | Readonly<{ ok: false; error: z.ZodError }> {
  const parsed = Resource.safeParse(value);
  if (!parsed.success) return { ok: false, error: parsed.error };
  return { ok: true, resource: factsOf(parsed.data, isVersion1(value)) };
}

/** What an event about something else may have, as far as we can read it. */
export const nothing: PaypalResource = factsOf({}, false);

function isVersion1(value: unknown): boolean {
  const amount = z.object({ amount: z.object({ total: z.unknown() }) }).safeParse(value);
  return amount.success && amount.data.amount.total !== undefined;
}

function factsOf(resource: Resource, isVersion1: boolean): PaypalResource {
  const unit = resource.purchase_units?.[0] ?? resource.disputed_transactions?.[0];
  const amount = resource.dispute_amount ?? resource.amount ?? unit?.amount;
  return {
    id: resource.id ?? resource.dispute_id ?? null,
    status: (resource.status ?? resource.state ?? '').toUpperCase(),
    reason: resource.status_details?.reason ?? null,
    orderNumber: orderNumberOf(resource) ?? (unit ? orderNumberOf(unit) : null),
    amountMinor: amount?.amountMinor ?? null,
    currency: amount?.currency ?? null,
    transactionId: unit?.seller_transaction_id ?? resource.id ?? null,
    parentTransactionId: resource.sale_id ?? resource.capture_id ?? captureAbove(resource),
    isVersion1,
    stage: resource.dispute_life_cycle_stage ?? null,
    outcome: resource.dispute_outcome?.outcome_code ?? null,
  };
}

type Names = Pick<Resource, keyof typeof names>;

function orderNumberOf({ invoice_id, custom_id, invoice_number, custom }: Names): string | null {
  return invoice_id ?? custom_id ?? invoice_number ?? custom ?? null;
}

/** A refund of version 2 names its capture by a link only. */
function captureAbove({ links }: Resource): string | null {
  const up = links?.find(({ rel }) => rel === 'up')?.href ?? '';
  return /\/v2\/payments\/captures\/([A-Z0-9]{1,64})$/.exec(up)?.[1] ?? null;
}
