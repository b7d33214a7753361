import { fulfilmentStatuses, orderFlags, orderStatuses, paymentStatuses } from '#domain/vocabulary';
import { readDay } from '../read-day';

/** What the address of the list says; everything that it cannot mean is left out. */
export type ListAddress = ReturnType<typeof readListAddress>;

export type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

export const listStatuses = [...orderStatuses, 'deleted'] as const;
/** The first is how the list is sorted where nothing is said. */
export const listSorts = ['-placedAt', 'placedAt', '-total', 'total'] as const;

export function readListAddress(params: SearchParams) {
  return {
    status: oneOf(listStatuses, params.status),
    q: text(params.q, 200),
    payment: oneOf(paymentStatuses, params.payment),
    fulfilment: oneOf(fulfilmentStatuses, params.fulfilment),
    flag: oneOf(orderFlags, params.flag),
    tag: text(params.tag, 60),
    from: readDay(params.from),
    to: readDay(params.to),
    sort: oneOf(listSorts, params.sort) ?? listSorts[0],
    cursor: text(params.cursor, 500),
  };
}

/** The address of the list with some of its parts changed; any change begins at the first page. */
export function listHref(address: ListAddress, changes: Partial<ListAddress> = {}): string {
  const parts = { ...address, cursor: undefined, ...changes };
  const pairs = Object.entries(parts).filter((pair): pair is [string, string] => {
    const [name, value] = pair;
    return value !== undefined && !(name === 'sort' && value === listSorts[0]);
  });
  const query = new URLSearchParams(pairs).toString();
  return query === '' ? '/orders' : `/orders?${query}`;
}

/** Whether anything but the tab narrows the list. */
export function isNarrowed({ q, payment, fulfilment, flag, tag, from, to }: ListAddress): boolean {
  return [q, payment, fulfilment, flag, tag, from, to].some((part) => part !== undefined);
}

function oneOf<Value extends string>(
  values: readonly Value[],
  given: SearchParams[string],
): Value | undefined {
  return values.find((value) => value === given);
}

function text(given: SearchParams[string], lengthMax: number): string | undefined {
  const trimmed = typeof given === 'string' ? given.trim().slice(0, lengthMax) : '';
  return trimmed === '' ? undefined : trimmed;
}
