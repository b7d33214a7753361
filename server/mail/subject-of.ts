import type { MessageTemplate } from '#domain/vocabulary';

type Named = Readonly<{ shopName: string; orderNumber: string }>;

const endings: Readonly<Record<MessageTemplate, (orderNumber: string) => string>> = {
  order_received: (number) => `order ${number} received`,
  paid: (number) => `payment for order ${number} received`,
  shipped: (number) => `order ${number} is on its way`,
  cancelled: (number) => `order ${number} cancelled`,
};

/** The subject of a message: one line that names the shop and the order. */
export function subjectOf(template: MessageTemplate, { shopName, orderNumber }: Named): string {
  return `${shopName}: ${endings[template](orderNumber)}`.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
}
