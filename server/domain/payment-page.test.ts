import { describe, expect, test } from 'vitest';
import { paymentPageFault, paymentPageUrl } from './payment-page';

describe('the address of a payment page', () => {
  test.each([
    'https://shop.example/pay/{number}',
    'https://shop.example:8443/pay?order={number}&amount={amount}&currency={currency}',
    'HTTPS://shop.example/#/{number}',
  ])('may be %s', (template) => {
    expect(paymentPageFault(template)).toBeNull();
  });

  test.each([
    ['http://shop.example/{number}', 'https://'],
    ['javascript:alert(1)//{number}', 'https://'],
    ['shop.example/{number}', 'https://'],
    ['https://shop.example/pay', '{number}'],
    ['https://shop.example/{number}/{total}', '{total}'],
    ['https://shop.example/{number', '{number'],
    ['https://shop.example/{number}/}', '}'],
    ['https://me:secret@shop.example/{number}', 'user name'],
    ['https://{number}.example/{number}', 'behind the name'],
    ['https://shop.example.{number}/', 'behind the name'],
    ['https://shop.example{number}', 'behind the name'],
  ])('may not be %s', (template, words) => {
    expect(paymentPageFault(template)).toContain(words);
  });

  test('names the order, what is due and its currency, whatever is in them', () => {
    const template = 'https://shop.example/pay/{number}?amount={amount}&currency={currency}';
    const due = { number: 'A/1 &?#é', amountMinor: 2950, currency: 'EUR' } as const;
    expect(paymentPageUrl(template, due)).toBe(
      'https://shop.example/pay/A%2F1%20%26%3F%23%C3%A9?amount=29.50&currency=EUR',
    );
    expect(paymentPageUrl(template, { ...due, number: '{amount}', currency: 'JPY' })).toBe(
      'https://shop.example/pay/%7Bamount%7D?amount=2950&currency=JPY',
    );
  });
});
