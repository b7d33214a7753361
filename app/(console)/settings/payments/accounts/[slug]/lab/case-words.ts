import type { LabCase } from '#server/payments/lab/lab-cases';

/** What each case is called, and what it shows. */
export const caseWords = {
  paid: { label: 'Paid', hint: 'The order is paid in full, and everything follows by itself.' },
  duplicate: {
    label: 'The same twice',
    hint: 'Gateways repeat themselves until they are sure: the second message changes nothing.',
  },
  wrong_amount: {
    label: 'Wrong amount',
    hint: 'A little more was paid than is due: the order is left alone until a person decides.',
  },
  wrong_currency: {
    label: 'Wrong currency',
    hint: 'The right number in another currency: the order is left alone until a person decides.',
  },
  bad_signature: {
    label: 'Bad signature',
    hint: 'One letter or digit was changed on the way: nothing in the message is believed.',
  },
  late: {
    label: 'Late',
    hint: 'Signed a quarter of an hour ago: turned away, where the gateway signs the time.',
  },
  out_of_order: {
    label: 'Out of order',
    hint: 'The refund comes before its payment: it waits for it, and then both count.',
  },
} as const satisfies Record<LabCase, Readonly<{ label: string; hint: string }>>;
