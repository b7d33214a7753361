import * as z from 'zod';
import { currencies } from '#domain/currency';
import { downloadsAtOnceMax } from '#domain/decide-grant';
import { normalizeEmail } from '#domain/email-address';
import { amountMax } from '#domain/money';
import { isSku } from '#domain/sku';

/** A day in the shop's own time zone. */
export const Day = z.iso.date('Enter a date as YYYY-MM-DD.');

/** Text of one line or more, without control characters but line breaks and tabs. */
export const Text = (lengthMax: number) =>
  z
    .string({ error: 'Enter text.' })
    .max(lengthMax, `Use at most ${lengthMax} characters.`)
    .refine((text) => !/[^\P{Cc}\n\r\t]/u.test(text), 'Leave out control characters.')
    .refine((text) => text.isWellFormed(), 'This is not valid text.');

export const RequiredText = (lengthMax: number, whereEmpty = 'Enter something here.') =>
  Text(lengthMax)
    .transform((text) => text.trim())
    .refine((text) => text.length > 0, whereEmpty);

export const OptionalText = (lengthMax: number) =>
  Text(lengthMax)
    .transform((text) => text.trim() || null)
    .nullish()
    .transform((text) => text ?? null);

/** Minor units: whole, not negative, small enough that sums stay exact. */
export const Amount = z
  .int('Enter a whole number of minor units.')
  .min(0, 'Enter an amount that is not negative.')
  .max(amountMax, 'This amount is too large.');

export const CurrencyCode = z.enum(currencies, {
  error: 'Enter an ISO 4217 currency code, such as USD.',
});

export const Email = z
  .string({ error: 'Enter an e-mail address.' })
  .refine(
    (text) => normalizeEmail(text) !== null,
    'Enter an e-mail address, such as ada@example.com.',
  )
  .transform((text) => text.trim());

export const Sku = z
  .string({ error: 'Enter a sku.' })
  .refine(isSku, 'Use 1 to 64 printable characters, no space at either end.');

/** ISO 8601 with a zone, as milliseconds. */
export const Moment = z
  .string({ error: 'Enter a time in ISO 8601, such as 2026-03-04T12:00:00Z.' })
  .pipe(
    z.iso.datetime({
      offset: true,
      error: 'Enter a time in ISO 8601, such as 2026-03-04T12:00:00Z.',
    }),
  )
  .transform((text) => Date.parse(text))
  .refine((atMs) => atMs >= 0 && atMs < 4_102_444_800_000, 'Enter a time between 1970 and 2099.');

/** Downloads of each file that one unit brings, or that are added to a grant. */
export const Downloads = z
  .int('Enter a whole number.')
  .min(1, 'Enter 1 or more.')
  .max(downloadsAtOnceMax, `Enter at most ${downloadsAtOnceMax}.`);

const downloadDaysMax = 3650;

/** For how many days downloads can be used. */
export const DownloadDays = (min: number) =>
  z
    .int('Enter a whole number of days.')
    .min(min, `Enter ${min} or more.`)
    .max(downloadDaysMax, `Enter at most ${downloadDaysMax} days.`);
