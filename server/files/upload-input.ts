import * as z from 'zod';
import { RequiredText, Text } from '#server/input';

/** As many bytes as the smallest number of parts of any store can hold: about 84 GB. */
export const fileBytesMax = 10_000 * 8_388_608;

const nameLengthMax = 200;

/** A name that can be saved under on any system, and that means no folder anywhere. */
const FileName = RequiredText(nameLengthMax, 'The file needs a name.')
  // Systems write an accented letter in one sign or in two; the name is the same.
  .transform((name) => name.normalize('NFC'))
  .refine((name) => !/[/\\:*?"<>|]/.test(name), 'Leave / \\ : * ? " < > | out of the name.')
  .refine((name) => !/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u.test(name), {
    error: 'Leave out characters that cannot be seen.',
  })
  .refine((name) => !/^\.|\.$/.test(name), 'The name must not begin or end with a dot.');

const Label = Text(60)
  .transform((text) => text.trim())
  .refine((label) => !/[\n\r\t]/.test(label), 'Use one line.');

export const BeginUpload = z.strictObject({
  sku: z.string({ error: 'Say which product the file belongs to.' }),
  name: FileName,
  /** Left out, versions are numbered. */
  version: Label.optional().transform((label) => label || null),
  size: z
    .int('Enter the number of bytes.')
    .min(1, 'An empty file cannot be uploaded.')
    .max(fileBytesMax, 'A file can have at most 83 GB.'),
  /** Milliseconds; old films and scans may be dated before 1970. */
  modifiedAt: z.int().min(-8.64e15).max(8.64e15).optional(),
});
export type BeginUpload = z.infer<typeof BeginUpload>;
