import { expect, test } from 'vitest';
import { refusalWords } from './refusal-words';

test.each([
  ['550 5.1.1 <ada@shop.example>: Recipient address rejected: User unknown', 'does not exist'],
  ['550 There is no such mailbox here', 'does not exist'],
  ['552 5.2.2 Over quota', 'is full'],
  ['550 5.2.1 The account is disabled', 'switched off'],
  ['550 5.1.2 Bad destination system', 'no such mail domain'],
  ['550 5.1.3 Bad destination mailbox address syntax', 'does not take mail for this address'],
])('“%s” is told as: it %s', (answer, words) => {
  const told = refusalWords({ code: Number(answer.slice(0, 3)), answer, isToRecipient: true });
  expect(told).toContain(words);
});

test.each([
  '554 5.7.1 Relay access denied',
  '550 5.7.26 This message does not pass authentication checks',
  '550 5.1.8 Sender address rejected: Domain not found',
  '554 Service unavailable; client host is blocked',
])('“%s” is our fault and says nothing of the mailbox', (answer) => {
  const code = Number(answer.slice(0, 3));
  expect(refusalWords({ code, answer, isToRecipient: true })).toBeNull();
});

test('an answer to the words of a message is about the mailbox only where it says so', () => {
  const spam = { code: 550, answer: '550 Spam detected', isToRecipient: false };
  expect(refusalWords(spam)).toBeNull();
  const gone = { code: 550, answer: '550 5.1.1 User unknown', isToRecipient: false };
  expect(refusalWords(gone)).toBe('The mailbox does not exist.');
});
