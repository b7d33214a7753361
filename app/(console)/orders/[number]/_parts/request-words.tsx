import type { OrderEvent } from '#domain/order-event';
import type { RequestKind } from '#domain/vocabulary';
import type { EventWords } from './history-words';

type RequestEvent = OrderEvent & {
  type: 'request_asked' | 'request_answered' | 'request_withdrawn';
};

/** How a request of the customer is told in the history. */
export function requestWords(event: RequestEvent): EventWords {
  switch (event.type) {
    case 'request_asked':
      return {
        did: askedFor[event.kind],
        ...quoted(event.text),
        icon: 'circle-help',
        tone: 'warn',
      };
    case 'request_withdrawn':
      return { did: withdrew[event.kind], icon: 'undo-2' };
    case 'request_answered':
      return { did: answered(event), ...quoted(event.text), icon: 'circle-check' };
    default:
      return event satisfies never;
  }
}

const askedFor: Readonly<Record<RequestKind, string>> = {
  cancel: 'asked to cancel the order',
  not_received: 'said that it has not arrived',
};

const withdrew: Readonly<Record<RequestKind, string>> = {
  cancel: 'no longer asks to cancel',
  not_received: 'no longer says that it has not arrived',
};

function answered({ kind, answer, hasLeft }: RequestEvent & { type: 'request_answered' }): string {
  if (kind === 'not_received') return 'answered that it has not arrived';
  if (hasLeft) return 'refused to cancel it, as it had left';
  return answer === 'accepted' ? 'agreed to cancel it' : 'refused to cancel it';
}

function quoted(text: string | null) {
  return text === null ? {} : { detail: `“${text}”` };
}
