import type { Consequence } from '#app/_ui/confirm-panel';

/** How a step is called, what its button says, and what it will do, line by line. */
export type StepWords = Readonly<{
  title: string;
  button: string;
  pending: string;
  consequences: readonly Consequence[];
}>;

export const attachWords: StepWords = {
  title: 'Attach it to an order',
  button: 'Attach',
  pending: 'Attaching…',
  consequences: [
    {
      key: 'judged',
      icon: 'link',
      what: 'The message is looked at as if it had named that order.',
    },
    {
      key: 'outcome',
      icon: 'circle-check',
      what: 'If it fits, it is applied at once; if not, it waits here and says why.',
    },
  ],
};

export const dismissWords: StepWords = {
  title: 'Dismiss it',
  button: 'Dismiss',
  pending: 'Dismissing…',
  consequences: [
    { key: 'order', icon: 'receipt-text', what: 'No order is changed, and no money moves.' },
    {
      key: 'waits',
      icon: 'inbox',
      what: 'It waits no more, and is never applied by itself later. It stays in the inbox.',
    },
  ],
};
