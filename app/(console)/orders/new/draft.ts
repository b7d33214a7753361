import type { Address } from '#domain/address';

/** The form of a phone order as it was typed: nothing is checked, nothing is lost. */
export type Draft = Readonly<{
  formKey: string;
  customerQuery: string;
  productQuery: string;
  customer: DraftCustomer;
  shippingAddress: DraftAddress;
  isBillingSame: boolean;
  billingAddress: DraftAddress;
  currency: string;
  lines: readonly DraftLine[];
  shippingMethod: string;
  shippingAmount: string;
  shippingTax: string;
  discount: string;
  paymentMethod: string;
  note: string;
  tags: string;
}>;

export type DraftCustomer = Readonly<Record<'email' | 'name' | 'phone' | 'locale', string>>;

export type DraftAddress = Readonly<Record<(typeof addressParts)[number], string>>;

/** `known` and `listPrice` (minor units of `listCurrency`) are the catalogue's, only to be shown. */
export type DraftLine = Readonly<Record<(typeof lineParts)[number], string>>;

export const addressParts = [
  'name',
  'company',
  'line1',
  'line2',
  'postalCode',
  'city',
  'region',
  'country',
] as const satisfies readonly (keyof Address)[];

const lineParts = [
  'sku',
  'name',
  'quantity',
  'unitPrice',
  'discount',
  'tax',
  'known',
  'listPrice',
  'listCurrency',
] as const;

const customerParts = ['email', 'name', 'phone', 'locale'] as const;

const typedLengthMax = 4000;
const linesMax = 1000;

export const blankAddress: DraftAddress = {
  ...{ name: '', company: '', line1: '', line2: '' },
  ...{ postalCode: '', city: '', region: '', country: '' },
};

export const blankLine: DraftLine = {
  ...{ sku: '', name: '', quantity: '1', unitPrice: '', discount: '', tax: '' },
  ...{ known: '', listPrice: '', listCurrency: '' },
};

export function blankDraft(formKey: string, currency: string): Draft {
  return {
    formKey,
    currency,
    ...{ customerQuery: '', productQuery: '', lines: [], isBillingSame: true },
    customer: { email: '', name: '', phone: '', locale: '' },
    shippingAddress: blankAddress,
    billingAddress: blankAddress,
    ...{ shippingMethod: '', shippingAmount: '', shippingTax: '', discount: '' },
    ...{ paymentMethod: '', note: '', tags: '' },
  };
}

/** The form as it stands, in the browser and on the server alike. */
export function readDraft(form: FormData): Draft {
  const text = (name: string) => String(form.get(name) ?? '').slice(0, typedLengthMax);
  const address = (prefix: string) => readParts(addressParts, (part) => text(`${prefix}.${part}`));
  return {
    ...{ formKey: text('formKey'), currency: text('currency') },
    ...{ customerQuery: text('customerQuery'), productQuery: text('productQuery') },
    customer: readParts(customerParts, (part) => text(`customer.${part}`)),
    shippingAddress: address('shippingAddress'),
    isBillingSame: form.get('isBillingSame') !== null,
    billingAddress: address('billingAddress'),
    lines: lineIndexes(form).map((index) =>
      readParts(lineParts, (part) => text(`lines.${index}.${part}`)),
    ),
    shippingMethod: text('shippingMethod'),
    shippingAmount: text('shippingAmount'),
    shippingTax: text('shippingTax'),
    ...{ discount: text('discount'), paymentMethod: text('paymentMethod') },
    ...{ note: text('note'), tags: text('tags') },
  };
}

function lineIndexes(form: FormData): readonly string[] {
  const found = [...form.keys()].flatMap(
    (name) => /^lines\.(\d+)\.quantity$/.exec(name)?.[1] ?? [],
  );
  return found.slice(0, linesMax);
}

function readParts<Part extends string>(
  parts: readonly Part[],
  read: (part: Part) => string,
): Record<Part, string> {
  // Every part is there: the entries are made from the parts.
  return Object.fromEntries(parts.map((part) => [part, read(part)])) as Record<Part, string>;
}
