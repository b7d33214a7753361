import * as z from 'zod';

/** What a status of theirs can mean here; `authorised` is approved and not captured yet. */
const meanings = [
  'approved',
  'authorised',
  'declined',
  'held',
  'pending',
  'cancelled',
  'expired',
  'refunded',
  'chargeback',
  'chargeback_reversed',
  'error',
  'ignored',
] as const;

const algorithms = ['sha256', 'sha384', 'sha512'] as const;
const encodings = ['hex', 'base64'] as const;
const secretEncodings = ['utf8', 'hex', 'base64'] as const;
const amountUnits = ['minor', 'decimal'] as const;
const refundAmounts = ['own', 'total'] as const;
export const signedPlaces = ['timestamp', 'url', 'body'] as const;

/** Names of headers do not tell capitals from small letters. */
const HeaderName = z
  .string('Enter the name of a header.')
  .trim()
  .regex(/^[\w!#$%&'*+.^`|~-]{1,100}$/, 'Enter the name of a header, such as x-signature.')
  .toLowerCase();

const pathFault = 'Enter where it stands in the message, such as data.id, in up to 200 characters.';
const Path = z.string(pathFault).trim().min(1, pathFault).max(200, pathFault);

/** Several places: the first of them that a message has counts. */
const Paths = z.union([Path, z.array(Path).min(1).max(5)], {
  error: 'Enter one place in the message, or up to five, such as data.id.',
});

/** Null and an empty text are left out, too. */
function orLeftOut<Schema extends z.ZodType<string, string>>(schema: Schema, fault: string) {
  return z
    .string(fault)
    .nullish()
    .transform((text) => text || undefined)
    .pipe(schema.optional());
}

const OptionalPaths = Paths.nullish()
  .transform((paths) => paths ?? undefined)
  .optional();

const SignedPart = z.union(
  [z.enum(signedPlaces), z.strictObject({ literal: z.string().min(1).max(200) })],
  { error: 'What is signed is made of timestamp, url, body and texts between them.' },
);

const statusMapFault = `Enter each status of theirs once, as in PAID = approved. Ours are ${meanings.join(', ')}.`;

/** How the messages of one sender are signed and read. */
export const GenericHmacConfig = z
  .strictObject(
    {
      signatureHeader: HeaderName,
      prefix: orLeftOut(z.string().max(100, 'The prefix is too long.'), 'The prefix is a text.'),
      algorithm: z.enum(algorithms, 'Choose sha256, sha384 or sha512.').default('sha256'),
      encoding: z.enum(encodings, 'Choose hex or base64.').default('hex'),
      secretEncoding: z.enum(secretEncodings, 'Choose utf8, hex or base64.').default('utf8'),
      timestampHeader: orLeftOut(HeaderName, 'Enter the name of a header.'),
      toleranceSeconds: z
        .int('Enter whole seconds.')
        .min(0, 'Enter at least one second.')
        .max(86_400, 'Enter at most 86400 seconds, which are a day.')
        .nullish()
        .transform((seconds) => seconds ?? 300),
      signedContent: z
        .array(SignedPart, 'Say what is signed.')
        .max(20, 'These are too many parts.')
        .refine(
          (parts) => parts.includes('body'),
          'The body has to be signed: else anybody could change what it says.',
        )
        .default(['body']),
      amountUnit: z.enum(amountUnits, 'Choose minor (5990) or decimal (59.90).').default('minor'),
      /** Whether a refund tells its own amount, or the sum of all refunds of the payment so far. */
      refundAmount: z.enum(refundAmounts, 'Choose own or total.').default('own'),
      fields: z.strictObject(
        {
          status: Paths,
          amount: OptionalPaths,
          currency: OptionalPaths,
          orderNumber: OptionalPaths,
          transactionId: OptionalPaths,
          authorizationCode: OptionalPaths,
          /** From the body, or as `header:NAME`, which is only shown, as it is not signed. */
          eventId: OptionalPaths,
          /** A flag that says that a message is a test, or that it is live. */
          test: OptionalPaths,
          live: OptionalPaths,
        },
        'Say where the fields stand: a name is none of ours, or they are missing.',
      ),
      statusMap: z
        .record(z.string().min(1).max(200), z.enum(meanings, statusMapFault), statusMapFault)
        .refine((map) => Object.keys(map).length > 0, statusMapFault),
    },
    'Say how its messages are signed and read: a setting is none of ours, or all are missing.',
  )
  .refine(
    ({ signedContent, timestampHeader }) =>
      !signedContent.includes('timestamp') || timestampHeader !== undefined,
    { path: ['timestampHeader'], message: 'Enter the header that holds the timestamp.' },
  )
  .refine(
    ({ toleranceSeconds, timestampHeader }) =>
      toleranceSeconds > 0 || timestampHeader === undefined,
    { path: ['toleranceSeconds'], message: 'Enter at least one second.' },
  );
export type GenericHmacConfig = z.infer<typeof GenericHmacConfig>;
