import type { Claim } from '#domain/claim';
import type { CallbackVerdict } from '#domain/vocabulary';

type Advice = Readonly<{
  /** What it means, and what a person should do now. */
  words: string;
  /** Where that is looked into: the settings of the account. */
  isAboutAccount?: boolean;
}>;

type Judged = Readonly<{ verdict: CallbackVerdict; claim: Claim | null }>;

/** Whether anybody has to do anything about a callback, and what. */
export function adviceFor({ verdict, claim }: Judged): Advice {
  return (verdict === 'held' ? heldAdvice(claim) : null) ?? verdictAdvice[verdict];
}

function heldAdvice(claim: Claim | null): Advice | null {
  switch (claim?.status) {
    case 'refunded':
    case 'chargeback':
    case 'chargeback_reversed':
      return {
        words:
          'It waits for the payment that it belongs to, and is applied by itself when that comes in. If the payment was never here, dismiss it.',
      };
    case 'approved':
      return claim.trust === 'full' || claim.trust === 'fetchback' ? null : unproved;
    default:
      return null;
  }
}

const unproved: Advice = {
  words:
    'Not all of it is proved, so nothing was done. Look at the payment at the gateway: apply it if the money is there, dismiss it if not.',
};

const verdictAdvice = {
  applied: { words: 'The order was changed by itself. There is nothing to do.' },
  duplicate: {
    words:
      'Gateways send a message again until they are sure that it has arrived. It changed nothing, and there is nothing to do.',
  },
  already_paid: {
    words:
      'The order was left as it is. Look at both payments at the gateway. Keep this one with the order, or give it back there and dismiss this callback.',
  },
  declined: { words: 'No money moved. The customer can try again; there is nothing to do.' },
  held: {
    words:
      'The order is not paid by this. Look at the payment at the gateway: once it is settled there, the gateway usually sends another message, and that one is applied by itself.',
  },
  ignored: {
    words: 'Gateways also tell of things that are no payments. There is nothing to do.',
  },
  amount_differs: {
    words:
      'The order was left as it is. Accept the difference, and the order is paid; or give the money back at the gateway and dismiss this callback.',
  },
  currency_differs: {
    words:
      'The order was left as it is. Say what the money is worth, and the order is paid with it; or give it back at the gateway and dismiss this callback.',
  },
  order_unknown: {
    words:
      'The message is kept. When the order is placed or restored, it is applied by itself. Was the number mistyped, attach it to the order that was meant.',
  },
  order_cancelled: {
    words:
      'The order stays cancelled until you decide. Apply the payment, and the order is reopened and paid; or give the money back at the gateway and dismiss this callback.',
  },
  not_live: {
    words:
      'It changed nothing. To try things out with test messages, set the payment account to test.',
    isAboutAccount: true,
  },
  bad_signature: {
    words:
      'Nothing in this message is believed, and no order was looked at: anybody could have sent it. If it did come from your gateway, the secret kept here is not the one that the gateway signs with: correct it, then verify the message again.',
    isAboutAccount: true,
  },
  not_configured: {
    words:
      'The gateway was told to try again later. It changed nothing. Set the payment account up, then verify the message again.',
    isAboutAccount: true,
  },
  malformed: {
    words:
      'It changed nothing. If messages of this kind keep coming from your gateway, look at how it is set up to send them.',
    isAboutAccount: true,
  },
  error: {
    words:
      'The order refused it. Compare the order with the payment at the gateway, then apply it, attach it to another order, or dismiss it.',
  },
} as const satisfies Record<CallbackVerdict, Advice>;
