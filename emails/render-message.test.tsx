import { describe, expect, test } from 'vitest';
import {
  difficultMessages,
  longMessages,
  plainMessages,
} from '#emails/_samples/difficult-messages';
import CancelledEmail from './cancelled';
import OrderReceivedEmail from './order-received';
import PaidEmail, { type PaidLine } from './paid';
import { type EmailMessage, renderMessage } from './render-message';
import ShippedEmail from './shipped';
import SignInLinkEmail from './sign-in-link';

const received = OrderReceivedEmail.PreviewProps;
const paid = PaidEmail.PreviewProps;
const shipped = ShippedEmail.PreviewProps;
const cancelled = CancelledEmail.PreviewProps;
const signIn = SignInLinkEmail.PreviewProps;

const allMessages = [...plainMessages, ...difficultMessages, ...longMessages];

describe.each(plainMessages)('the message $template', (message) => {
  test('tells its subject to whoever opens the HTML alone', async () => {
    const { html } = await renderMessage(withProps(message, { subject: 'Tea & <b>cakes</b>' }));
    expect(html).toContain('<title>Tea &amp; &lt;b&gt;cakes&lt;/b&gt;</title>');
  });

  test('carries shop, number, customer and tracking link in both parts', async () => {
    const { shopName, orderNumber, customerName, trackingUrl } = message.props;
    for (const part of await partsOf(message)) {
      for (const fact of [
        shopName,
        orderNumber,
        customerName,
        trackingUrl,
        'reply to this e-mail',
      ]) {
        expect(part).toContain(fact);
      }
    }
  });

  test('shows a customer named like a script as text and runs nothing', async () => {
    const customerName = '<script>alert(1)</script>';
    const { html, text } = await renderMessage(withProps(message, { customerName }));
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(text).toContain(`Hello ${customerName},`);
  });

  test('greets a customer without a name', async () => {
    const { text } = await renderMessage(withProps(message, { customerName: ' ' }));
    expect(text).toMatch(/^Hello,\n/u);
  });

  test('is the same every time it is rendered', async () => {
    expect(await renderMessage(message)).toEqual(await renderMessage(message));
  });
});

describe('every message, the difficult and the long ones too', () => {
  test.each(allMessages)('$template loads nothing from anywhere', async (message) => {
    const { html } = await renderMessage(message);
    expect(html).not.toMatch(/<(?:img|link|script|iframe|object|svg|video|audio)\b/iu);
    expect(html).not.toMatch(/\bsrc=|@import|@font-face|url\(/iu);
  });

  test.each(allMessages)(
    '$template stays below 60 kB, so that Gmail shows all of it',
    async (message) => {
      const { html } = await renderMessage(message);
      expect(Buffer.byteLength(html)).toBeLessThan(60_000);
    },
  );

  test.each(allMessages)('$template has a text part without HTML or gaps', async (message) => {
    const { text } = await renderMessage(message);
    expect(text).not.toMatch(/<\/?[a-z][^>]*>|&(?:amp|lt|gt|quot|#\w+);/iu);
    expect(text).not.toMatch(/undefined|null|\[object|NaN|\r|\n{3}/u);
  });

  test.each(allMessages)('$template leaves no hole in its HTML', async (message) => {
    const { html } = await renderMessage(message);
    expect(html).toMatch(/^<!DOCTYPE html/u);
    expect(html).not.toMatch(/undefined|\[object|NaN/u);
  });
});

describe('order received', () => {
  test('lists lines, totals and addresses in both parts', async () => {
    const facts = [
      ...received.lines.flatMap(({ name, sku, total }) => [name, sku, total]),
      ...['£57.00', '−£5.00', '£3.90', '£9.32', '£65.22', 'Royal Mail Tracked 48'],
      ...received.shippingAddress,
    ];
    for (const part of await partsOf({ template: 'order_received', props: received })) {
      for (const fact of facts) expect(part).toContain(fact);
    }
  });

  test.each([
    ['cheque', 'By cheque'],
    ['wire', 'By bank transfer'],
    ['cash', 'In cash'],
    ['terminal', 'By card at our terminal'],
  ] as const)(
    'tells how to pay by %s, line by line as the shop wrote it',
    async (method, label) => {
      const payment = { method, amountDue: '£65.22', instructions: 'First line\r\nSecond line' };
      const message = { template: 'order_received', props: { ...received, payment } } as const;
      const { html, text } = await renderMessage(message);
      expect(html).toContain(label);
      expect(html).toContain('First line<br/>Second line');
      expect(text).toContain(`${label}: £65.22. Please give your order number, 1042`);
      expect(text).toContain('First line\nSecond line');
    },
  );

  test('says nothing about paying by hand when no instructions are given', async () => {
    const props = { ...received, payment: undefined };
    for (const part of await partsOf({ template: 'order_received', props })) {
      expect(part).not.toContain('How to pay');
      expect(part).toContain('as soon as your payment is confirmed');
    }
  });

  test('waits for nothing when the order is paid already', async () => {
    const props = { ...received, payment: undefined, isPaid: true };
    const { text } = await renderMessage({ template: 'order_received', props });
    expect(text).toContain('Your order 1042 of 23 November 2026 is with us.\n\n');
    expect(text).not.toContain('your payment');
  });

  test('prints two equal addresses once', async () => {
    const props = { ...received, billingAddress: received.shippingAddress };
    const { text } = await renderMessage({ template: 'order_received', props });
    expect(text.split('14 Quay Street')).toHaveLength(2);
  });
});

describe('paid', () => {
  test('hands out every code in both parts, alone on its line in the text', async () => {
    const { html, text } = await renderMessage({ template: 'paid', props: paid });
    for (const code of ['K7QF-2MXD-98RT', 'P3WN-6HJB-41ZC']) {
      expect(html).toContain(code);
      expect(text.split('\n')).toContain(code);
    }
    expect(text).toContain('One more code follows as soon as it is in.');
  });

  test('promises the codes when none is in yet', async () => {
    const props = { ...paid, lines: [codesLine([], 3)] };
    for (const part of await partsOf({ template: 'paid', props })) {
      expect(part).toContain('Your codes follow as soon as they are in.');
    }
  });

  test('promises nothing when all codes are there', async () => {
    const props = { ...paid, lines: [codesLine(['A-1', 'A-2', 'A-3'], 0)] };
    for (const part of await partsOf({ template: 'paid', props })) {
      expect(part).not.toMatch(/follows? as soon as/u);
    }
  });

  test('brings codes that came in later without telling of the payment again', async () => {
    for (const part of await partsOf({
      template: 'paid',
      props: { ...paid, codesArrived: true },
    })) {
      expect(part).toContain('These are the codes of your order 1042.');
      expect(part).toContain('K7QF-2MXD-98RT');
      expect(part).not.toContain('reached us on');
    }
  });

  test('sends the customer to the order page for downloads', async () => {
    for (const part of await partsOf({ template: 'paid', props: paid })) {
      expect(part).toContain('Your download is on your order page');
      expect(part).toContain('Brewing guide (PDF)');
    }
  });

  test('speaks of shipping only when there is something to ship', async () => {
    const physical = await renderMessage({ template: 'paid', props: paid });
    const props = { ...paid, lines: [codesLine(['A-1'], 0)] };
    const digital = await renderMessage({ template: 'paid', props });
    expect(physical.text).toContain('when it leaves');
    expect(digital.text).not.toContain('when it leaves');
  });

  test('names the amount, the day and the totals', async () => {
    for (const part of await partsOf({ template: 'paid', props: paid })) {
      for (const fact of ['£99.60', '24 November 2026', 'Visa ending 4242', '£16.60']) {
        expect(part).toContain(fact);
      }
    }
  });
});

describe('shipped', () => {
  test('tells carrier, number, link and items of every parcel, and the note', async () => {
    const { html, text } = await renderMessage({ template: 'shipped', props: shipped });
    for (const { carrier, trackingNumber, trackingUrl } of shipped.parcels) {
      expect(html).toContain(`href="${trackingUrl}"`);
      expect(text).toContain(
        `with ${carrier}, tracking number ${trackingNumber}\n${trackingUrl}\n`,
      );
    }
    expect(text).toContain('A note from Counterfoil Teas:\nThe teapot travels');
    expect(text.split('[POT-MOSS]')).toHaveLength(2);
    expect(text).toContain('Your two parcels with order 1042 left on Tuesday 24 November.');
  });

  test('lists the items once for all parcels when no parcel knows its own', async () => {
    const parcels = [{ carrier: 'UPS', trackingNumber: '1Z5R89390357567127' }, {}];
    const props = { ...shipped, parcels };
    const { text } = await renderMessage({ template: 'shipped', props });
    expect(text).toContain('What is inside:\n- 2 × Assam Second Flush, 250 g [ASSAM-250]');
    expect(text).toContain('Parcel 2 of 2, without a tracking number');
  });

  test('says what is still to come', async () => {
    const itemsToFollow = [{ name: 'Tea tin', sku: 'TIN', quantity: 2 }];
    const props = { ...shipped, itemsToFollow };
    const { html, text } = await renderMessage({ template: 'shipped', props });
    expect(text).toContain('Still to come:\n- 2 × Tea tin [TIN]');
    expect(html).toContain('The rest of your order follows');
  });

  test('never links a parcel to anything but a web address', async () => {
    for (const trackingUrl of ['javascript:alert(1)', 'data:text/html,x', '//evil', 'track me']) {
      const props = { ...shipped, parcels: [{ trackingNumber: 'N1', trackingUrl }] };
      for (const part of await partsOf({ template: 'shipped', props })) {
        expect(part).not.toContain(trackingUrl);
      }
    }
  });
});

test('cancelled gives reason, items and total, and promises money only when told so', async () => {
  for (const part of await partsOf({ template: 'cancelled', props: cancelled })) {
    for (const fact of [
      'The moss glaze cracked',
      'POT-MOSS',
      '£65.22 is marked to be given back',
    ]) {
      expect(part).toContain(fact);
    }
  }
  const props = { ...cancelled, refundAmount: undefined };
  for (const part of await partsOf({ template: 'cancelled', props })) {
    expect(part).not.toContain('given back');
  }
});

function codesLine(codes: readonly string[], codesMissing: number): PaidLine {
  const price = { unitPrice: '£20.00', total: '£60.00' };
  return { kind: 'codes', name: 'Tasting', sku: 'T', quantity: 3, ...price, codes, codesMissing };
}

test('a link to sign in stands in both parts, with how long it lasts and about no order', async () => {
  for (const part of await partsOf({ template: 'sign_in_link', props: signIn })) {
    expect(part).toContain(signIn.signInUrl);
    expect(part).toContain('The link works once, within half an hour.');
    expect(part).toContain('You did not ask for this?');
    expect(part).not.toMatch(/Order |Your order page/);
  }
});

async function partsOf(message: EmailMessage): Promise<readonly [html: string, text: string]> {
  const { html, text } = await renderMessage(message);
  return [html, text];
}

function withProps(message: EmailMessage, props: Partial<EmailMessage['props']>): EmailMessage {
  return { ...message, props: { ...message.props, ...props } } as EmailMessage;
}
