import type { MessageTemplate } from '#domain/vocabulary';
import { oneLine, shortened } from '#emails/_parts/one-line';

type Names = Readonly<{ shopName: string; orderNumber: string }>;

const endings: Readonly<Record<MessageTemplate, (orderNumber: string) => string>> = {
  order_received: (number) => `order ${number} received`,
  paid: (number) => `payment for order ${number} received`,
  shipped: (number) => `order ${number} is on its way`,
  cancelled: (number) => `order ${number} cancelled`,
};

const nameLengthMax = 60;

/**
 * The subject of a message, kept with it and sent as it is: one line that names the shop and the
 * order, whatever the names contain. Names are cut at 60 characters as a reader counts them.
 */
export function subjectOf(template: MessageTemplate, { shopName, orderNumber }: Names): string {
  return `${cut(shopName)}: ${endings[template](cut(orderNumber))}`;
}

function cut(name: string): string {
  return shortened(oneLine(name), nameLengthMax);
}
