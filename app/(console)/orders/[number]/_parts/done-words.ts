/** What the page of an order says after a command; the address names it by its key. */
export const doneWords = {
  placed: 'The order is placed.',
  paid: 'The payment is recorded.',
  shipped: 'The shipment is recorded.',
  delivered: 'Marked as delivered.',
  'rolled-back': 'Rolled back: the order is pending again.',
  cancelled: 'The order is cancelled.',
  reopened: 'The order is open again.',
  deleted: 'The order is in the bin. It can be restored for 30 days.',
  restored: 'The order is back from the bin.',
  held: 'The order is on hold.',
  released: 'The order goes on.',
  noted: 'The note is saved.',
  tagged: 'The tags are saved.',
  contact: 'The contact is corrected. Messages that have not left yet go to the new address.',
  address: 'The address is corrected.',
  tracking: 'The tracking is corrected.',
  rescued: 'The address is corrected, and what the customer missed is sent again.',
  stopped: 'The message will not be sent.',
  'left-already':
    'Too late: the message has left. Write to the customer if something in it is wrong.',
  'partly-stopped': 'Too late for one of the messages: it has left. The others will not be sent.',
  'set-aside': 'Left as it is.',
  'code-replaced': 'The code is replaced.',
  'code-given': 'The code is handed out.',
  expected: 'The expected day is saved.',
  resent: 'The message is in the outbox once more.',
  'downloads-added': 'The downloads are added.',
  'downloads-end': 'The end of the downloads is moved.',
  'downloads-revoked': 'The downloads are revoked.',
  'link-renewed': 'The order has a new link. The old one opens nothing any more.',
  'downloads-restored': 'The customer has the downloads back.',
  answered: 'The customer is answered.',
} as const;

export type DoneWord = keyof typeof doneWords;

export function doneSentence(key: string | string[] | undefined): string | null {
  return typeof key === 'string' && isDoneWord(key) ? doneWords[key] : null;
}

/** Where something came too late, the page does not say so as if it were done. */
export function isTooLate(sentence: string): boolean {
  return sentence.startsWith('Too late');
}

function isDoneWord(key: string): key is DoneWord {
  return Object.hasOwn(doneWords, key);
}
