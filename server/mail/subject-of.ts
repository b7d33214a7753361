import type { MessageTemplate } from '#domain/vocabulary';
import { oneLine, shortened } from '#emails/_parts/one-line';

type Named = Readonly<{
  shopName: string;
  orderNumber: string;
  data: Readonly<Record<string, unknown>>;
}>;

type Ending = (orderNumber: string, data: Named['data']) => string;

const endings: Readonly<Record<MessageTemplate, Ending>> = {
  order_received: (number) => `order ${number} received`,
  paid: (number, { codesArrived }) =>
    codesArrived === true ? `codes of order ${number}` : `payment for order ${number} received`,
  shipped: (number) => `order ${number} is on its way`,
  cancelled: (number) => `order ${number} cancelled`,
  code_replaced: (number) => `a new code for order ${number}`,
};

const nameLengthMax = 60;

/**
 * The subject of a message, kept with it and sent as it is: one line that names the shop and the
 * order, whatever the names contain. Names are cut at 60 characters as a reader counts them.
 */
export function subjectOf(template: MessageTemplate, of: Named): string {
  return `${cut(of.shopName)}: ${endings[template](cut(of.orderNumber), of.data)}`;
}

function cut(name: string): string {
  return shortened(oneLine(name), nameLengthMax);
}
