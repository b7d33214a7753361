/**
 * What a mail server's final answer says of the mailbox, in plain words; null where it is about
 * something else, such as our own address or our reputation (RFC 3463: X.1 is the address, X.2 the
 * mailbox; X.1.7 and X.1.8 are the sender's).
 */
export function refusalWords({ code, answer, isToRecipient }: Answer): string | null {
  const status = /\b5\.(\d{1,3}\.\d{1,3})\b/.exec(answer)?.[1];
  if (status === undefined) return isToRecipient ? (plainCodes[code] ?? null) : null;
  if (status in known) return known[status] ?? null;
  return /^[12]\./.test(status) ? 'The mail server does not take mail for this address.' : null;
}

type Answer = Readonly<{ code: number; answer: string; isToRecipient: boolean }>;

const noMailbox = 'The mailbox does not exist.';
const noDomain = 'There is no such mail domain.';
const fullMailbox = 'The mailbox is full.';

const known: Readonly<Record<string, string | null>> = {
  '1.1': noMailbox,
  '1.10': noDomain,
  '1.2': noDomain,
  '1.6': 'The mailbox has moved, and nobody knows where to.',
  '1.7': null,
  '1.8': null,
  '2.1': 'The mailbox is switched off.',
  '2.2': fullMailbox,
};

/** RFC 5321 §4.2.3, for servers that say no more than that. */
const plainCodes: Readonly<Record<number, string>> = {
  550: noMailbox,
  551: 'The mailbox is not here.',
  552: fullMailbox,
  553: noMailbox,
};
