import type { Address } from '#domain/address';
import type { ProductView } from '#server/catalog/view-product';
import type { CustomerFound } from '#server/orders/find-customers';
import { addressParts, blankAddress, blankLine, type Draft, type DraftAddress } from './draft';

/** The customer of the form becomes one that is known, with the addresses of their last order. */
export function pickCustomer(draft: Draft, found: CustomerFound): Draft {
  const shippingAddress = draftAddress(found.shippingAddress ?? found.billingAddress);
  const billingAddress = draftAddress(found.billingAddress);
  const isBillingSame =
    found.billingAddress === null ||
    addressParts.every((part) => billingAddress[part] === shippingAddress[part]);
  const { email, name, phone, locale } = found;
  return {
    ...draft,
    customerQuery: '',
    customer: { email, name, phone: phone ?? '', locale: locale ?? '' },
    shippingAddress,
    isBillingSame,
    billingAddress: isBillingSame ? blankAddress : billingAddress,
  };
}

/** One more of a product: another piece where a line of it is as it came, else a line. */
export function addProduct(draft: Draft, product: ProductView): Draft {
  const index = draft.lines.findIndex(
    (line) => line.sku === product.sku && /^\d{1,6}$/.test(line.quantity.trim()),
  );
  const lines = draft.lines.map((line, at) =>
    at === index ? { ...line, quantity: String(Number(line.quantity) + 1) } : line,
  );
  const added = index < 0 ? [...lines, { ...blankLine, ...catalogueParts(product) }] : lines;
  return { ...draft, productQuery: '', lines: added };
}

export function addLine(draft: Draft): Draft {
  return { ...draft, lines: [...draft.lines, blankLine] };
}

export function removeLine(draft: Draft, index: number): Draft {
  return { ...draft, lines: draft.lines.filter((_, at) => at !== index) };
}

/** Lines whose sku the catalogue knows get its name and price; others lose what they had of it. */
export function withCatalogue(draft: Draft, named: readonly ProductView[]): Draft {
  const bySku = new Map(named.map((product) => [product.sku, product]));
  const lines = draft.lines.map((line) => {
    const product = bySku.get(line.sku.trim());
    const { known, listPrice, listCurrency } = blankLine;
    return { ...line, ...(product ? catalogueParts(product) : { known, listPrice, listCurrency }) };
  });
  return { ...draft, lines };
}

function catalogueParts({ sku, name, price, currency }: ProductView) {
  return { sku, known: name, listPrice: String(price), listCurrency: currency };
}

function draftAddress(address: Address | null): DraftAddress {
  return { ...blankAddress, ...address };
}
