import { readText, type SearchParams } from '../products/product-address';

export type { SearchParams };

/** What the address of the list says. */
export type ListAddress = Readonly<{ q: string | undefined; cursor: string | undefined }>;

export function readListAddress(params: SearchParams): ListAddress {
  return { q: readText(params.q, 200), cursor: readText(params.cursor, 1000) };
}

export function listHref({ q, cursor }: Partial<ListAddress>): string {
  return withQuery('/customers', { q, cursor });
}

/** The page of one customer, or a page below it such as `/merge`. */
export function customerHref(
  id: string,
  below = '',
  query: Readonly<Record<string, string | undefined>> = {},
): string {
  return withQuery(`/customers/${encodeURIComponent(id)}${below}`, query);
}

function withQuery(path: string, parts: Readonly<Record<string, string | undefined>>): string {
  const pairs = Object.entries(parts).filter((pair): pair is [string, string] => Boolean(pair[1]));
  const query = new URLSearchParams(pairs).toString();
  return query === '' ? path : `${path}?${query}`;
}
