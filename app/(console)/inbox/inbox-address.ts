import { type CallbackVerdict, callbackVerdicts } from '#domain/vocabulary';
import { readDay } from '../read-day';

export type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

/** What the address of the inbox says; everything that it cannot mean is left out. */
export type InboxAddress = Readonly<{
  needs: 'person' | undefined;
  verdict: CallbackVerdict | undefined;
  account: string | undefined;
  order: string | undefined;
  /** A whole order number, transaction id or event id. */
  query: string | undefined;
  /** YYYY-MM-DD, in the shop's time zone. */
  day: string | undefined;
  cursor: string | undefined;
}>;

export const wholeInbox: InboxAddress = {
  needs: undefined,
  verdict: undefined,
  account: undefined,
  order: undefined,
  query: undefined,
  day: undefined,
  cursor: undefined,
};

/** The search field sends `q`; links to the callbacks of one order say `order`. */
export function readInboxAddress(params: SearchParams): InboxAddress {
  return {
    needs: params.needs === 'person' ? 'person' : undefined,
    verdict: callbackVerdicts.find((verdict) => verdict === params.verdict),
    account: text(params.account, 63),
    order: text(params.order, 200),
    query: text(params.q, 200),
    day: readDay(params.day),
    cursor: text(params.cursor, 500),
  };
}

/** The address of the inbox with some of its parts changed; any change begins at the first page. */
export function inboxHref(address: InboxAddress, changes: Partial<InboxAddress> = {}): string {
  const { query: q, ...parts } = { ...address, cursor: undefined, ...changes };
  const pairs = Object.entries({ ...parts, q }).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  );
  const search = new URLSearchParams(pairs).toString();
  return search === '' ? '/inbox' : `/inbox?${search}`;
}

/** Whether anything but the tab narrows the list. */
export function isNarrowed({ verdict, account, order, query, day }: InboxAddress): boolean {
  return [verdict, account, order, query, day].some((part) => part !== undefined);
}

function text(given: SearchParams[string], lengthMax: number): string | undefined {
  const trimmed = typeof given === 'string' ? given.trim().slice(0, lengthMax) : '';
  return trimmed === '' ? undefined : trimmed;
}
