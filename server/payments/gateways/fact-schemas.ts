import * as z from 'zod';
import { isCurrency } from '#domain/currency';
import { amountMax } from '#domain/money';

const textMax = 255;

/** Whether text may be kept as an order number, a transaction id or a code. */
export function isFactText(text: string): boolean {
  return text.length <= textMax && !/\p{Cc}/u.test(text);
}

export const TextFact = z
  .string('is not text')
  .refine(isFactText, `is longer than ${textMax} characters or holds control characters`)
  .transform((text) => (text === '' ? null : text));

/** An amount in the gateway's minor units. */
export const AmountFact = z
  .number('is not a number')
  .refine(
    (amount) => Number.isInteger(amount) && amount >= 0 && amount <= amountMax,
    'is not a whole amount of money',
  );

/** The same where numbers are read as the text that they were sent as. */
export const AmountTextFact = z
  .string('is not a number')
  .regex(/^\d{1,15}$/, 'is not a whole amount of money')
  .transform(Number)
  .pipe(AmountFact);

/** Gateways write `eur` or `EUR`; a claim carries `EUR`. */
export const CurrencyFact = z
  .string('is not text')
  .transform((code) => code.toUpperCase())
  .refine(isCurrency, 'is not a currency of ISO 4217');

export const YesNoFact = z.boolean('is neither true nor false');

/** `{order_number}` and its usual spellings, as shops write them into a gateway's metadata. */
export const OrderMetadata = z
  .object(
    {
      order_number: TextFact.nullish(),
      orderNumber: TextFact.nullish(),
      order_id: TextFact.nullish(),
    },
    'is not an object',
  )
  .transform((metadata) => metadata.order_number ?? metadata.orderNumber ?? metadata.order_id);

/** Why facts could not be read, as one sentence that names the field and shows no value. */
export function unreadable(error: z.ZodError): string {
  const issue = error.issues[0];
  const field = issue?.path.map(String).join('.') ?? '';
  return `The message is signed, but ${field || 'it'} ${issue?.message ?? 'cannot be read'}.`;
}
