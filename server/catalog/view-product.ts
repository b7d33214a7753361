import * as z from 'zod';
import { products } from '#db/schema/catalog';
import { currencies } from '#domain/currency';
import { productKinds } from '#domain/vocabulary';

export const ProductView = z.object({
  sku: z.string(),
  name: z.string(),
  price: z.int().describe('Minor units of the currency'),
  currency: z.enum(currencies),
  kind: z.enum(productKinds),
  trackStock: z.boolean(),
  stock: z.int().nullable().describe('For kind codes the pool; null where stock is not counted'),
  sold: z.int(),
  codesAvailable: z.int(),
  taxClass: z.string().nullable(),
  weightGrams: z.int().nullable(),
});
export type ProductView = z.infer<typeof ProductView>;

export const productColumns = {
  id: products.id,
  sku: products.sku,
  name: products.name,
  price: products.priceMinor,
  currency: products.currency,
  kind: products.kind,
  trackStock: products.trackStock,
  stock: products.stock,
  sold: products.sold,
  codesAvailable: products.codesAvailable,
  taxClass: products.taxClass,
  weightGrams: products.weightGrams,
  downloadsMax: products.downloadsMax,
  downloadDays: products.downloadDays,
} as const;

export type ProductRow = Omit<ProductView, 'stock'> &
  DownloadTerms &
  Readonly<{ id: string; stock: number }>;

/** What one unit brings: null where the number of the shop holds; 0 days are for ever. */
export type DownloadTerms = Readonly<{ downloadsMax: number | null; downloadDays: number | null }>;

/** A product as the API shows it; the pool of a `codes` product is its stock. */
export function viewProduct({
  id,
  stock,
  downloadsMax,
  downloadDays,
  ...product
}: ProductRow): ProductView {
  return { ...product, stock: countedStock({ stock, ...product }) };
}

function countedStock({ kind, trackStock, stock, codesAvailable }: Counted) {
  if (kind === 'codes') return codesAvailable;
  return trackStock ? stock : null;
}

type Counted = Pick<ProductRow, 'kind' | 'trackStock' | 'stock' | 'codesAvailable'>;
