import { type ProductKind, productKinds } from '#domain/vocabulary';

export type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

/** What the address of the list says; everything that it cannot mean is left out. */
export type ListAddress = Readonly<{
  q: string | undefined;
  kind: ProductKind | undefined;
  supply: 'low' | undefined;
  cursor: string | undefined;
}>;

/** Where the two lists on the page of a product stand. */
export type Cursors = Readonly<{ moves: string | undefined; codes: string | undefined }>;

export const nothing: ListAddress = {
  q: undefined,
  kind: undefined,
  supply: undefined,
  cursor: undefined,
};

export function readListAddress(params: SearchParams): ListAddress {
  return {
    q: readText(params.q, 200),
    kind: productKinds.find((kind) => kind === params.kind),
    supply: params.supply === 'low' ? 'low' : undefined,
    cursor: readText(params.cursor, 1000),
  };
}

/** The address of the list with some of its parts changed; any change begins at the first page. */
export function listHref(address: ListAddress, changes: Partial<ListAddress> = {}): string {
  return withQuery('/products', { ...address, cursor: undefined, ...changes });
}

/** The page of one product; "new" is the one sku that has to be written otherwise. */
export function productHref(sku: string, query: Readonly<Record<string, string | null>> = {}) {
  return withQuery(`/products/${sku === 'new' ? '%6Eew' : encodeURIComponent(sku)}`, query);
}

/** Where one file of a product is retired. */
export function retireHref(sku: string, fileId: string): string {
  return `${productHref(sku)}/files/${encodeURIComponent(fileId)}/retire`;
}

/** Where a version that is no longer served is deleted for good. */
export function discardHref(sku: string, versionId: string): string {
  return `${productHref(sku)}/versions/${encodeURIComponent(versionId)}/discard`;
}

export function readText(given: SearchParams[string], lengthMax: number): string | undefined {
  const trimmed = typeof given === 'string' ? given.trim().slice(0, lengthMax) : '';
  return trimmed === '' ? undefined : trimmed;
}

function withQuery(path: string, parts: Readonly<Record<string, string | null | undefined>>) {
  const pairs = Object.entries(parts).filter((pair): pair is [string, string] => Boolean(pair[1]));
  const query = new URLSearchParams(pairs).toString();
  return query === '' ? path : `${path}?${query}`;
}
