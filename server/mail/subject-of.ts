import type { MessageTemplate } from '#domain/vocabulary';
import { mailWords } from '#emails/_parts/mail-words';
import { oneLine, shortened } from '#emails/_parts/one-line';

type Named = Readonly<{
  /** As `customerLocale` gives it. */
  locale: string;
  shopName: string;
  orderNumber: string;
  data: Readonly<Record<string, unknown>>;
}>;

const keys = {
  order_received: 'subject.orderReceived',
  paid: 'subject.paid',
  shipped: 'subject.shipped',
  cancelled: 'subject.cancelled',
  code_replaced: 'subject.codeReplaced',
} as const satisfies Record<MessageTemplate, string>;

const nameLengthMax = 60;

/**
 * The subject of a message in the customer's language, kept with it and sent as it is: one line
 * that names the shop and the order, whatever the names contain. Names are cut at 60 characters as
 * a reader counts them.
 */
export function subjectOf(template: MessageTemplate, of: Named): string {
  const isCodes = template === 'paid' && of.data.codesArrived === true;
  const names = { shop: cut(of.shopName), number: cut(of.orderNumber) };
  return oneLine(mailWords(of.locale).say(isCodes ? 'subject.codes' : keys[template], names));
}

function cut(name: string): string {
  return shortened(oneLine(name), nameLengthMax);
}
