import type { MessageTemplate } from '#domain/vocabulary';

/** What each message is called in the settings, and when it leaves. */
export const templateWords = {
  order_received: { name: 'Order received', when: 'When an order comes in.' },
  paid: {
    name: 'Payment received',
    when: 'When an order is paid, and when missing codes come in.',
  },
  shipped: { name: 'On its way', when: 'When goods leave.' },
  cancelled: { name: 'Order cancelled', when: 'When an order is cancelled.' },
  code_replaced: {
    name: 'Code replaced',
    when: 'When staff replace a code that did not work.',
  },
  sign_in_link: {
    name: 'Link to sign in',
    when: 'When a customer wants to see their orders.',
  },
  request_answered: {
    name: 'Answer to a customer',
    when: 'When you do not cancel an order, and when you answer that it has not arrived.',
  },
  late: {
    name: 'Delay',
    when: 'When an expected day passes before the goods have left, and when you move it to a later one.',
  },
} as const satisfies Record<MessageTemplate, Readonly<{ name: string; when: string }>>;
