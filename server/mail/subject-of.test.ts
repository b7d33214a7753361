import { describe, expect, test } from 'vitest';
import { messageTemplates } from '#domain/vocabulary';
import { subjectOf } from './subject-of';

const named = { locale: 'en', shopName: 'Counterfoil Teas', orderNumber: '1042', data: {} };

test.each([
  ['order_received', 'Counterfoil Teas: order 1042 received'],
  ['paid', 'Counterfoil Teas: payment for order 1042 received'],
  ['shipped', 'Counterfoil Teas: order 1042 is on its way'],
  ['cancelled', 'Counterfoil Teas: order 1042 cancelled'],
  ['code_replaced', 'Counterfoil Teas: a new code for order 1042'],
  ['late', 'Counterfoil Teas: order 1042 is late'],
] as const)('the subject of %s names the shop and the order', (template, subject) => {
  expect(subjectOf(template, named)).toBe(subject);
});

test('codes that came in later have a subject of their own', () => {
  const subject = subjectOf('paid', { ...named, data: { codesArrived: true } });
  expect(subject).toBe('Counterfoil Teas: codes of order 1042');
});

test('a new day has a subject of its own', () => {
  const data = { promisedOn: '2026-11-24', newOn: '2026-11-30' };
  const subject = subjectOf('late', { ...named, data });
  expect(subject).toBe('Counterfoil Teas: a new day for order 1042');
});

describe.each(messageTemplates)('the subject of %s', (template) => {
  const isAboutOrder = template !== 'sign_in_link';
  test('is one line without control characters, whatever the names contain', () => {
    const shopName = 'Teas\r\nBcc: eve@example.com\u0000\u0085\u2028\t\u202Eevil\uD800';
    const subject = subjectOf(template, { ...named, shopName, orderNumber: '10\n42\r\nX: y' });
    expect(subject).not.toMatch(/\p{Cc}|[\u2028\u2029\u202A-\u202E]/u);
    expect(subject.isWellFormed()).toBe(true);
    expect(subject).toContain('Teas Bcc: eve@example.com evil');
    expect(subject).toContain(isAboutOrder ? '10 42 X: y' : ': your link to sign in');
  });

  test('leaves room for the order number behind a very long shop name', () => {
    const shopName = '👩‍👩‍👧‍👦'.repeat(200);
    const subject = subjectOf(template, { ...named, shopName });
    expect(subject).toContain(`${'👩‍👩‍👧‍👦'.repeat(59)}…: `);
    expect(subject).toContain(isAboutOrder ? 'order 1042' : ': your link to sign in');
  });
});

test.each([
  ['de', 'Counterfoil Teas: Ihre Bestellung 1042 ist eingegangen'],
  ['ja', '【Counterfoil Teas】ご注文1042を承りました'],
  ['ar-EG', 'Counterfoil Teas: تم استلام الطلب 1042'],
])('the subject in %s is written in that language', (locale, subject) => {
  expect(subjectOf('order_received', { ...named, locale })).toBe(subject);
});
