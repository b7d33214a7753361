import type { Actor } from '#domain/vocabulary';
import { commit, type Statement } from '#server/commit';
import type { Context } from '#server/context';
import { importCodes } from '#server/digital/import-codes';
import type { ShopSettings } from '#server/settings/shop-settings';
import { countHandedOut, serveLines } from './serve-waiting-lines';

type RestockRequest = Readonly<{
  sku: string;
  codes: readonly string[];
  actor: Actor;
  shop: ShopSettings;
  /** Statements that keep the answer under an Idempotency-Key, written once everything is done. */
  keepAnswer?: (restocked: Restocked) => readonly Statement[];
}>;

export type Restocked = Readonly<{
  added: number;
  duplicates: readonly string[];
  handedOut: number;
}>;

/**
 * Imports serial codes and hands them to the lines that wait for them, the order that was paid
 * first at the head. `handedOut` counts codes of this product only, though an order may get others
 * in the same change. Throws what `importCodes` throws.
 */
export async function restockCodes(ctx: Context, request: RestockRequest): Promise<Restocked> {
  const { productId, added, duplicates, waiting } = await importCodes(ctx, request);
  const served = await serveLines(ctx, waiting, request);
  const ofProduct = served.filter((codes) => codes.productId === productId);
  const restocked = { added, duplicates, handedOut: countHandedOut(ofProduct) };
  await commit(ctx.db, request.keepAnswer?.(restocked) ?? []);
  return restocked;
}
