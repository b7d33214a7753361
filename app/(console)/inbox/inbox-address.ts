import { type CallbackVerdict, callbackVerdicts } from '#domain/vocabulary';

export type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

/** What the address of the inbox says; everything that it cannot mean is left out. */
export type InboxAddress = Readonly<{
  needs: 'person' | undefined;
  verdict: CallbackVerdict | undefined;
  account: string | undefined;
  order: string | undefined;
  cursor: string | undefined;
}>;

export const wholeInbox: InboxAddress = {
  needs: undefined,
  verdict: undefined,
  account: undefined,
  order: undefined,
  cursor: undefined,
};

/** The search field sends `q`; links to the callbacks of one order say `order`. */
export function readInboxAddress(params: SearchParams): InboxAddress {
  return {
    needs: params.needs === 'person' ? 'person' : undefined,
    verdict: callbackVerdicts.find((verdict) => verdict === params.verdict),
    account: text(params.account, 63),
    order: text(params.order, 200) ?? text(params.q, 200),
    cursor: text(params.cursor, 500),
  };
}

/** The address of the inbox with some of its parts changed; any change begins at the first page. */
export function inboxHref(address: InboxAddress, changes: Partial<InboxAddress> = {}): string {
  const pairs = Object.entries({ ...address, cursor: undefined, ...changes }).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  );
  const query = new URLSearchParams(pairs).toString();
  return query === '' ? '/inbox' : `/inbox?${query}`;
}

/** Whether anything but the tab narrows the list. */
export function isNarrowed({ verdict, account, order }: InboxAddress): boolean {
  return [verdict, account, order].some((part) => part !== undefined);
}

function text(given: SearchParams[string], lengthMax: number): string | undefined {
  const trimmed = typeof given === 'string' ? given.trim().slice(0, lengthMax) : '';
  return trimmed === '' ? undefined : trimmed;
}
