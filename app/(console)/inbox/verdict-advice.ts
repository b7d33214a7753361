import type { CallbackVerdict } from '#domain/vocabulary';

type Advice = Readonly<{
  /** What it means, and what a person should do now. */
  words: string;
  /** Where that is looked into: the settings of the account. */
  isAboutAccount?: boolean;
}>;

/** For each verdict: whether anybody has to do anything, and what. */
export const verdictAdvice = {
  applied: { words: 'The order was changed by itself. There is nothing to do.' },
  duplicate: {
    words:
      'Gateways send a message again until they are sure that it has arrived. It changed nothing, and there is nothing to do.',
  },
  already_paid: {
    words:
      'The order was left as it is. Look at both payments at the gateway; if the money came in twice, give one of them back there.',
  },
  declined: { words: 'No money moved. The customer can try again; there is nothing to do.' },
  held: {
    words:
      'The order is not paid by this. Look at the payment at the gateway: once it is settled there, the gateway usually sends another message.',
  },
  ignored: {
    words: 'Gateways also tell of things that are no payments. There is nothing to do.',
  },
  amount_differs: {
    words:
      'The order was left as it is. If you accept the amount, mark the order as paid by hand; if not, give the money back at the gateway.',
  },
  currency_differs: {
    words:
      'The order was left as it is. If you accept this currency, mark the order as paid by hand; if not, give the money back at the gateway.',
  },
  order_unknown: {
    words:
      'The message is kept. When the order is placed or restored, it is applied by itself. If there will be none, find out at the gateway what was paid for.',
  },
  order_cancelled: {
    words:
      'The order stays cancelled. Reopen it and mark it as paid, or give the money back at the gateway.',
  },
  not_live: {
    words:
      'It changed nothing. To try things out with test messages, set the payment account to test.',
    isAboutAccount: true,
  },
  bad_signature: {
    words:
      'Nothing in this message is believed, and no order was looked at: anybody could have sent it. If it did come from your gateway, the secret kept here is not the one that the gateway signs with.',
    isAboutAccount: true,
  },
  not_configured: {
    words:
      'The gateway was told to try again later. It changed nothing. Look at the payment account.',
    isAboutAccount: true,
  },
  malformed: {
    words:
      'It changed nothing. If messages of this kind keep coming from your gateway, look at how it is set up to send them.',
    isAboutAccount: true,
  },
  error: {
    words: 'It changed nothing. Compare the order with the payment at the gateway.',
  },
} as const satisfies Record<CallbackVerdict, Advice>;
