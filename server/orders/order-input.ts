import * as z from 'zod';
import { countries } from '#domain/country';
import {
  Amount,
  CurrencyCode,
  Day,
  Downloads,
  Email,
  Moment,
  OptionalText,
  RequiredText,
  Sku,
  Text,
} from '#server/input';

const quantityMax = 1_000_000;
const linesMax = 1_000;
const textMax = 2_000;

const OrderNumber = z
  .string({ error: 'Enter an order number.' })
  .regex(
    /^(?=.{1,64}$)[\p{L}\p{N}#][\p{L}\p{M}\p{N}._/#+()-]*(?: [\p{L}\p{M}\p{N}._/#+()-]+)*$/u,
    'Use up to 64 letters, digits, single spaces and the signs - _ . / # + ( ), beginning with a letter, a digit or #.',
  );

const Quantity = z
  .int('Enter a whole number.')
  .min(1, 'Enter 1 or more.')
  .max(quantityMax, `Enter at most ${quantityMax}.`);

export const Address = z.strictObject({
  name: RequiredText(200),
  company: Text(200).optional(),
  line1: RequiredText(200),
  line2: Text(200).optional(),
  city: RequiredText(200),
  region: Text(200).optional(),
  postalCode: Text(40).optional(),
  country: z.enum(countries, { error: 'Enter a country code of two letters, such as DE.' }),
});

export const Customer = z.strictObject({
  email: Email,
  name: RequiredText(200),
  phone: OptionalText(60),
  locale: z
    .string()
    .regex(/^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$/, 'Enter a language tag, such as de or pt-BR.')
    .max(35)
    .nullish()
    .transform((locale) => locale ?? null),
});

const Tag = RequiredText(60);
export const Tags = z.array(Tag).max(50, 'Use at most 50 tags.');

const PlaceLine = z.strictObject({
  sku: Sku,
  name: RequiredText(200).optional(),
  quantity: Quantity,
  unitPrice: Amount.optional(),
  discount: Amount.default(0),
  tax: Amount.default(0),
});

export const PlaceOrder = z.strictObject({
  number: OrderNumber.optional(),
  currency: CurrencyCode,
  customer: Customer,
  billingAddress: Address.nullish().transform((address) => address ?? null),
  shippingAddress: Address.nullish().transform((address) => address ?? null),
  lines: z
    .array(PlaceLine)
    .min(1, 'Add at least one line.')
    .max(linesMax, `Use at most ${linesMax} lines.`),
  shipping: z
    .strictObject({ method: RequiredText(100), amount: Amount, tax: Amount.default(0) })
    .nullish()
    .transform((shipping) => shipping ?? null),
  discount: Amount.default(0),
  paymentMethod: OptionalText(60),
  note: OptionalText(textMax),
  tags: Tags.default([]),
  placedAt: Moment.optional(),
});
export type PlaceOrder = z.infer<typeof PlaceOrder>;

export const Reason = OptionalText(500);

export const Note = OptionalText(textMax);

export const PayOrder = z.strictObject({
  method: RequiredText(60),
  /** Zero only where nothing is due, which the order itself has to say. */
  amount: Amount.optional(),
  authorizationCode: OptionalText(60),
  transactionId: OptionalText(120),
  cardBrand: OptionalText(40),
  cardLast4: z
    .string()
    .regex(/^\d{4}$/, 'Enter the last four digits only, never the whole card number.')
    .nullish()
    .transform((digits) => digits ?? null),
  note: OptionalText(500),
});

const HttpUrl = z
  .url({ protocol: /^https?$/, error: 'Enter a link that begins with https://.' })
  .max(1_000);

export const Parcel = z.strictObject({
  carrier: OptionalText(60),
  trackingNumber: OptionalText(200),
  trackingUrl: HttpUrl.nullish().transform((url) => url ?? null),
});

export const ShipOrder = z.strictObject({
  shippedOn: z.iso.date('Enter a date as YYYY-MM-DD.').optional(),
  parcels: z.array(Parcel).max(100, 'Use at most 100 parcels.').default([]),
  note: OptionalText(textMax),
  lines: z
    .array(z.strictObject({ lineId: z.string(), quantity: Quantity }))
    .min(1, 'Name at least one line, or leave lines out to ship everything left.')
    .max(linesMax)
    .optional(),
  notify: z.boolean().default(true),
});

/** The body of deliver, roll-back, cancel, reopen, restore and DELETE. */
export const StepOrder = z.strictObject({
  reason: Reason,
  restock: z.boolean().default(true),
  notify: z.boolean().default(true),
});

/** What staff do about downloads; the last day is one of the shop, or null where there is no end. */
export const GrantChange = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('add_downloads'), downloads: Downloads }),
  z.strictObject({ what: z.literal('move_end'), until: Day.nullable() }),
  z.strictObject({ what: z.literal('revoke') }),
  z.strictObject({ what: z.literal('restore') }),
]);
export type GrantChange = z.infer<typeof GrantChange>;
