import { eq } from 'drizzle-orm';
import { logos } from '#db/schema/shop';
import type { LogoType } from '#domain/logo-type';
import type { Context } from '#server/context';

/** The picture with this hash, or null. One round trip. */
export async function readLogo(
  { db }: Context,
  hash: string,
): Promise<Readonly<{ type: LogoType; bytes: Buffer }> | null> {
  const { type, base64 } = logos;
  const [row] = await db.select({ type, base64 }).from(logos).where(eq(logos.hash, hash));
  return row ? { type: row.type, bytes: Buffer.from(row.base64, 'base64') } : null;
}
