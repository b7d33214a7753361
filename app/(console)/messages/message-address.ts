import { type MessageStatus, messageStatuses } from '#domain/vocabulary';

export type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

/** What the address of the messages says; everything that it cannot mean is left out. */
export type MessageAddress = Readonly<{
  status: MessageStatus | undefined;
  /** Only what came back and waits for a person. */
  delivery: 'bounced' | undefined;
  order: string | undefined;
  cursor: string | undefined;
}>;

export const allMessages: MessageAddress = {
  status: undefined,
  delivery: undefined,
  order: undefined,
  cursor: undefined,
};

/** The search field sends `q`; links to the messages of one order say `order`. */
export function readMessageAddress(params: SearchParams): MessageAddress {
  return {
    status: messageStatuses.find((status) => status === params.status),
    delivery: params.delivery === 'bounced' ? 'bounced' : undefined,
    order: text(params.order, 200) ?? text(params.q, 200),
    cursor: text(params.cursor, 500),
  };
}

/** The address of the list with some of its parts changed; any change begins at the first page. */
export function messagesHref(
  address: MessageAddress,
  changes: Partial<MessageAddress> = {},
): string {
  const pairs = Object.entries({ ...address, cursor: undefined, ...changes }).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  );
  const query = new URLSearchParams(pairs).toString();
  return query === '' ? '/messages' : `/messages?${query}`;
}

function text(given: SearchParams[string], lengthMax: number): string | undefined {
  const trimmed = typeof given === 'string' ? given.trim().slice(0, lengthMax) : '';
  return trimmed === '' ? undefined : trimmed;
}
