import { createHash } from 'node:crypto';
import * as z from 'zod';
import { logos, shop } from '#db/schema/shop';
import { contrastMin, contrastOf, readableOn, readColour } from '#domain/colour';
import { normalizeEmail } from '#domain/email-address';
import { type LogoType, logoBytesMax, logoTypeOf } from '#domain/logo-type';
import type { Context } from '#server/context';
import { AppError } from '#server/errors';

const base64LengthMax = Math.ceil(logoBytesMax / 3) * 4;
const wordsLengthMax = 500;

type Logo = Readonly<{ hash: string; type: LogoType; base64: string }>;

const Accent = z.string().transform((text, issue) => {
  if (text.trim() === '') return null;
  const colour = readColour(text);
  const fault = colour === null ? 'Enter a colour such as #284ea7.' : accentFault(colour);
  if (fault !== null) issue.addIssue({ code: 'custom', message: fault });
  return colour;
});

const NewLogo = z.string().transform((base64, issue): Logo | undefined => {
  const bytes = Buffer.from(base64.slice(0, base64LengthMax + 4), 'base64');
  const type = logoTypeOf(bytes);
  if (bytes.length > logoBytesMax) {
    issue.addIssue({ code: 'custom', message: 'Use a picture of 200 kB or less.' });
  } else if (type === null) {
    issue.addIssue({ code: 'custom', message: 'Use a PNG, JPEG or WebP picture.' });
  } else {
    const hash = createHash('sha256').update(bytes).digest('hex');
    return { hash, type, base64: bytes.toString('base64') };
  }
  return undefined;
});

const Words = z
  .string()
  .max(wordsLengthMax, `Use ${wordsLengthMax} characters or fewer.`)
  .transform((text) => text.replace(/\r\n?/g, '\n').trim());

const ReplyTo = z.string().transform((text, issue) => {
  if (text.trim() === '') return null;
  const address = normalizeEmail(text);
  if (address === null) issue.addIssue({ code: 'custom', message: 'Enter an e-mail address.' });
  return address;
});

export const ChangeBrand = z.strictObject({
  /** The bytes of a new picture in base64; left out where it stays, null where it goes. */
  logo: NewLogo.nullish(),
  accent: Accent,
  postalAddress: Words,
  replyTo: ReplyTo,
  footer: Words,
});
export type ChangeBrand = z.infer<typeof ChangeBrand>;

/**
 * Changes how the shop looks to its customers. A picture is kept for good under its hash: messages
 * that were sent with it go on showing it. Throws `refused` (`not_set_up`) before the set-up.
 */
export async function changeBrand(ctx: Context, { logo, ...brand }: ChangeBrand): Promise<void> {
  const change = ctx.db
    .update(shop)
    .set({ ...brand, ...(logo !== undefined && { logo: logo?.hash ?? null }) })
    .returning({ id: shop.id });
  const keep = logo && ctx.db.insert(logos).values({ ...logo, createdAt: ctx.now() });
  const [changed] = await ctx.db.batch(keep ? [change, keep.onConflictDoNothing()] : [change]);
  if (changed.length > 0) return;
  throw new AppError('refused', 'This shop has not been set up yet.', {
    reason: 'not_set_up',
    remedy: 'Set the shop up first.',
  });
}

function accentFault(colour: NonNullable<ReturnType<typeof readColour>>): string | null {
  if (contrastOf('#ffffff', colour) >= contrastMin) return null;
  const darker = readableOn('#ffffff', colour, '#000000');
  return `White words on ${colour} are hard to read. The nearest that is dark enough is ${darker}.`;
}
