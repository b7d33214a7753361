import { isCurrency } from '#domain/currency';
import { formatDecimal, parseMoneyInput } from '#domain/money';
import { PutProductForm } from '#server/catalog/product-input';
import type { DownloadTerms, ProductView } from '#server/catalog/view-product';
import type { FieldFaults } from '#server/errors';
import { fieldFaults } from '#server/field-faults';
import { Sku } from '#server/input';
import { typedNumber } from './typed-number';

/** The form as it was typed. */
export type ProductValues = Readonly<{
  sku: string;
  name: string;
  price: string;
  currency: string;
  kind: string;
  trackStock: boolean;
  stock: string;
  taxClass: string;
  weightGrams: string;
  downloadsMax: string;
  downloadDays: string;
}>;

export function blankProduct(currency: string): ProductValues {
  const empty = { sku: '', name: '', price: '', stock: '', taxClass: '', weightGrams: '' };
  return {
    ...empty,
    downloadsMax: '',
    downloadDays: '',
    currency,
    kind: 'physical',
    trackStock: true,
  };
}

export function valuesOf(product: ProductView, terms: DownloadTerms): ProductValues {
  return {
    ...product,
    price: formatDecimal(product.price, product.currency),
    stock: '',
    taxClass: product.taxClass ?? '',
    weightGrams: textOf(product.weightGrams),
    downloadsMax: textOf(terms.downloadsMax),
    downloadDays: textOf(terms.downloadDays),
  };
}

function textOf(number: number | null): string {
  return number === null ? '' : String(number);
}

const typedLengthMax = 2000;

export function typedProduct(form: FormData): ProductValues {
  const text = (name: string) => String(form.get(name) ?? '').slice(0, typedLengthMax);
  return {
    ...{ sku: text('sku').trim(), name: text('name'), price: text('price') },
    ...{ currency: text('currency'), kind: text('kind'), stock: text('stock') },
    ...{ taxClass: text('taxClass'), weightGrams: text('weightGrams') },
    ...{ downloadsMax: text('downloadsMax'), downloadDays: text('downloadDays') },
    trackStock: form.get('trackStock') !== null,
  };
}

const TypedProduct = PutProductForm.extend({ sku: Sku });

type Read =
  | Readonly<{ ok: true; input: ReturnType<typeof TypedProduct.parse> }>
  | Readonly<{ ok: false; fields: FieldFaults }>;

/** What was typed as the procedures take it, or every field that cannot be read. */
export function readProduct(values: ProductValues, isNew: boolean): Read {
  const { currency, kind, trackStock } = values;
  const price = isCurrency(currency) ? parseMoneyInput(values.price, currency) : 0;
  const stock = isNew && kind === 'physical' && trackStock ? typedNumber(values.stock) : undefined;
  const weightGrams = typedNumber(values.weightGrams);
  const downloadsMax = kind === 'file' ? typedNumber(values.downloadsMax) : undefined;
  const downloadDays = kind === 'file' ? typedNumber(values.downloadDays) : undefined;
  const typed: Record<string, string> = {};
  if (price === null) typed.price = priceFault(values);
  if (stock === null) typed.stock = 'Enter a whole number of pieces.';
  if (weightGrams === null) typed.weightGrams = 'Enter a whole number of grams.';
  if (downloadsMax === null) typed.downloadsMax = 'Enter a whole number.';
  if (downloadDays === null) typed.downloadDays = 'Enter a whole number of days.';
  const parsed = TypedProduct.safeParse({
    ...{ sku: values.sku, name: values.name, taxClass: values.taxClass, currency, kind },
    price: price ?? 0,
    trackStock: kind === 'physical' && trackStock,
    ...(stock && { stock }),
    weightGrams: weightGrams ?? null,
    downloadsMax: downloadsMax ?? null,
    downloadDays: downloadDays ?? null,
  });
  const fields = { ...(parsed.error && fieldFaults(parsed.error)), ...typed };
  if (parsed.success && Object.keys(typed).length === 0) return { ok: true, input: parsed.data };
  return { ok: false, fields };
}

function priceFault({ price, currency }: ProductValues): string {
  if (price.trim() === '') return 'Enter a price; 0 for a gift.';
  if (!isCurrency(currency)) return 'Enter an amount.';
  return `Enter an amount such as ${formatDecimal(12_500, currency)}.`;
}
