import { describe, expect, test } from 'vitest';
import { languages } from '#domain/language';
import { mirrored } from '#emails/_parts/mirrored';
import { plainMessages } from '#emails/_samples/difficult-messages';
import { type EmailMessage, renderMessage } from './render-message';

/** The cast is safe: every message has a locale, and it may be any. */
function inLanguage(message: EmailMessage, locale: string): EmailMessage {
  return { ...message, props: { ...message.props, locale } } as EmailMessage;
}

const english = plainMessages.map((message) => inLanguage(message, 'en'));

describe.each(languages)('in %s', (locale) => {
  test.each(english)('$template names its language and direction', async (message) => {
    const { html } = await renderMessage(inLanguage(message, locale));
    const direction = locale === 'ar' ? 'rtl' : 'ltr';
    expect(html).toMatch(new RegExp(`<html dir="${direction}" lang="${locale}"`, 'u'));
    expect(html).toMatch(new RegExp(`<body[^>]* dir="${direction}"`, 'u'));
  });

  test.each(english)('$template has both parts, with number and link', async (message) => {
    const { html, text } = await renderMessage(inLanguage(message, locale));
    for (const part of [html, text]) {
      expect(part).toContain(message.props.orderNumber);
      expect(part).toContain(message.props.trackingUrl);
      expect(part).not.toMatch(/undefined|\[object|NaN|[{}]order|plural,/u);
    }
  });

  test.each(english)('$template stays below 60 kB', async (message) => {
    const { html } = await renderMessage(inLanguage(message, locale));
    expect(Buffer.byteLength(html)).toBeLessThan(60_000);
  });
});

test.each(languages)('the text part in %s tells the number of each parcel', async (locale) => {
  for (const message of english.filter(({ template }) => template === 'shipped')) {
    const { text } = await renderMessage(inLanguage(message, locale));
    expect(text).toMatch(/UPS.*1Z5R89390357567127/u);
    expect(text).toMatch(/DHL.*3318810025/u);
  }
});

test('what is written from right to left is turned, words and names are not', () => {
  const style = 'padding:12px 0;border:1px solid red;text-align:right;padding:1px 2px 3px 4px';
  expect(mirrored(`<td style="${style}">left style=&quot;left&quot;</td>`)).toBe(
    '<td style="padding:12px 0;border:1px solid red;text-align:left;padding:1px 4px 3px 2px">left style=&quot;left&quot;</td>',
  );
});

test('a name stands apart from the Arabic around it', async () => {
  const [received] = english;
  const { text } = await renderMessage(inLanguage(received ?? fail(), 'ar'));
  expect(text).toContain(`مرحبًا \u2068${received?.props.customerName}\u2069،`);
});

const brand = {
  logoUrl: 'https://teas.example/brand/1a2b',
  accent: '#0b6b3a',
  postalAddress: '14 Quay Street\nWhitby',
  footer: 'Open Tuesday to Saturday <b>10–17</b>',
};

test.each(english)('$template looks like the shop', async (message) => {
  const branded = { ...message, props: { ...message.props, brand } } as EmailMessage;
  const { html, text } = await renderMessage(branded);
  expect(html).toContain(`alt="${message.props.shopName}"`);
  expect(html.match(/ src="[^"]*"/gu)).toEqual([` src="${brand.logoUrl}"`]);
  expect(html).toContain('background-color:#0b6b3a');
  expect(html).not.toContain('#284ea7');
  expect(html).toMatch(/<img[^>]* style="[^"]*height:auto;[^"]*max-height:40px/u);
  expect(html).toContain('14 Quay Street<br/>Whitby');
  expect(html).toContain('Saturday &lt;b&gt;10');
  expect(text).toContain('14 Quay Street\nWhitby');
  expect(text).toContain(brand.footer);
});

test('a colour that words cannot have on every ground fills the button and is darker in a link', async () => {
  const [, paid] = english;
  const branded = { ...paid, props: { ...paid?.props, brand: { ...brand, accent: '#767676' } } };
  const { html } = await renderMessage(branded as EmailMessage);
  expect(html).toMatch(/class="button"[^>]*background-color:#767676/u);
  expect(html).toMatch(/class="link"[^>]*[";]color:#6[0-9a-f]{5}/u);
  expect(html).not.toMatch(/[";]color:#767676/u);
});

test('the lines of the text part have the marks of the language', async () => {
  const [received] = english;
  const french = await renderMessage(inLanguage(received ?? fail(), 'fr'));
  expect(french.text).toContain(
    '- 2 × Assam Second Flush, 250 g [ASSAM-250] · £9.50 l’unité\u00A0: £19.00',
  );
});

test('a colour that is none changes nothing', async () => {
  const [message] = english;
  const branded = { ...message, props: { ...message?.props, brand: { ...brand, accent: '";x' } } };
  const { html } = await renderMessage(branded as EmailMessage);
  expect(html).toContain('background-color:#284ea7');
});

test('what is filled in stands apart from Arabic that the shopkeeper wrote', async () => {
  const [message] = english;
  const wordings = { heading: 'مرحبًا {customer_name}!' };
  const own = { ...message, props: { ...message?.props, locale: 'ar', wordings } } as EmailMessage;
  const { html } = await renderMessage(own);
  expect(html).toContain(`مرحبًا \u2068${message?.props.customerName}\u2069!`);
});

function fail(): never {
  throw new Error('There is no message.');
}
