import { describe, expect, test } from 'vitest';
import type { Order } from '#domain/order';
import { anOrder, aPayment, licences, mugs, poster } from '#domain/order.test-data';
import type { OrderTemplate } from '#domain/vocabulary';
import { type EmailMessage, renderMessage } from '#emails/render-message';
import { defaultBrandedShop } from '#server/settings/brand';
import { composeMessage } from './compose-message';
import { addressLines, dayInWords, weekdayInWords } from './words';

const at = Date.UTC(2026, 10, 23, 23, 30);
const settled = { paidVersion: 2, paidAt: at };

type Given = Readonly<{
  order?: Partial<Order>;
  data?: Readonly<Record<string, unknown>>;
  instructions?: string;
  timeZone?: string;
}>;

function compose(template: OrderTemplate, given: Given = {}): EmailMessage {
  const { order, data = {}, instructions = '', timeZone = 'UTC' } = given;
  const shop = { ...defaultBrandedShop, name: 'Teas', timeZone };
  return composeMessage({
    message: { template, data, subject: 'Teas: a subject' },
    facts: { order: anOrder(order), shop, instructions, codes: [], wordings: [] },
    appUrl: 'https://teas.example',
    codesOf: () => ['CODE-1', 'CODE-2'],
  });
}

async function textOf(message: EmailMessage): Promise<string> {
  return (await renderMessage(message)).text;
}

describe('money', () => {
  test('lines add up to the items, below them discount, shipping and tax make the total', () => {
    expect(compose('order_received').props).toMatchObject({
      lines: [{ unitPrice: '€10.00', total: '€20.00' }, { total: '€5.00' }],
      totals: {
        items: '€25.00',
        discount: '€2.00',
        shipping: '€4.00',
        shippingMethod: 'Post',
        tax: '€2.50',
        grand: '€29.50',
      },
    });
  });

  test('what is zero is left out, but for shipping that the customer chose', () => {
    const plain = { ...poster, quantity: 1 };
    const free = { shippingMinor: 0, shippingTaxMinor: 0, orderDiscountMinor: 0, lines: [plain] };
    const chosen = compose('order_received', { order: free }).props;
    expect(chosen).toMatchObject({ totals: { shipping: '€0.00' } });
    const none = compose('order_received', { order: { ...free, shippingMethod: null } }).props;
    expect(none).toMatchObject({
      totals: { discount: undefined, shipping: undefined, tax: undefined },
    });
  });

  test('a currency has the decimals that it has', () => {
    const yen = { currency: 'JPY' as const };
    expect(compose('cancelled', { order: { ...yen, cancelledAt: at } }).props).toMatchObject({
      total: '¥2,950',
    });
  });

  test('only what is still due is asked for', () => {
    const order = { paymentMethod: 'cheque', payments: [aPayment({ amountMinor: 1000 })] };
    expect(compose('order_received', { order, instructions: 'To Teas Ltd' }).props).toMatchObject({
      payment: { method: 'cheque', amountDue: '€19.50', instructions: 'To Teas Ltd' },
    });
  });

  test('an order that a gateway is to settle asks for nothing', () => {
    expect(compose('order_received', { order: { paymentMethod: 'stripe' } }).props).toMatchObject({
      payment: undefined,
      isPaid: false,
    });
  });

  test('money back is promised only where the change says how much', async () => {
    const order = { cancelledAt: at, payments: [aPayment({ status: 'reversed' })] };
    expect(await textOf(compose('cancelled', { order }))).not.toContain('given back');
    const text = await textOf(compose('cancelled', { order, data: { refundMinor: 2950 } }));
    expect(text).toContain('€29.50 is marked to be given back to you.');
  });
});

describe('how it was paid', () => {
  test.each([
    [{ method: 'stripe', cardBrand: 'visa', cardLast4: '4242' }, 'Visa ending 4242'],
    [{ method: 'terminal', cardLast4: '0005' }, 'card ending 0005'],
    [{ method: 'wire' }, 'bank transfer'],
    [{ method: 'stripe' }, undefined],
  ])('%o is told as %s', (payment, paymentMethod) => {
    const order = { ...settled, payments: [aPayment({ ...payment, amountMinor: 2950 })] };
    expect(compose('paid', { order }).props).toMatchObject({ paymentMethod, amountPaid: '€29.50' });
  });

  test('a payment that was rolled back is not the one that is told', () => {
    const payments = [
      aPayment({ id: 'new', method: 'cash', amountMinor: 2950 }),
      aPayment({ id: 'old', method: 'cheque', amountMinor: 2950, status: 'reversed' }),
    ];
    expect(compose('paid', { order: { ...settled, payments } }).props).toMatchObject({
      paymentMethod: 'cash',
      amountPaid: '€29.50',
    });
  });
});

test('a line of codes brings its codes and says how many are still owed', async () => {
  const lines = [{ ...licences, quantity: 3, codesWaiting: 1 }];
  const text = await textOf(compose('paid', { order: { ...settled, lines } }));
  expect(text).toContain('CODE-1\nCODE-2\nOne more code follows as soon as it is in.');
});

describe('shipped', () => {
  const shipment = {
    id: 'first',
    shippedOn: '2026-11-24',
    note: null,
    parcels: [{ id: 'p', carrier: 'dhl', trackingNumber: '3318810025', trackingUrl: null }],
    lines: [{ lineId: mugs.id, quantity: 1 }],
    createdAt: at,
    voidedAt: null,
  };

  test('one parcel holds everything that was shipped, and the rest is still to come', async () => {
    const order = { ...settled, shipments: [shipment] };
    const message = compose('shipped', { order, data: { shipmentId: 'first' } });
    const text = await textOf(message);
    expect(text).toContain('Your parcel with order 1001 left on Tuesday 24 November 2026.');
    expect(text).toContain('Parcel with DHL, tracking number 3318810025\nhttps://www.dhl.com/');
    expect(text).toContain('- 1 × Mug [MUG]');
    expect(text).toContain('Still to come:\n- 1 × Mug [MUG]\n- 1 × Poster [MUG]');
  });

  test('a link that staff gave wins, and a carrier without a name stays without one', () => {
    const parcel = { id: 'p', trackingNumber: 'N 1', carrier: 'other' };
    const parcels = [{ ...parcel, trackingUrl: 'https://cousin.example/N1' }];
    const order = { ...settled, shipments: [{ ...shipment, parcels }] };
    expect(compose('shipped', { order }).props).toMatchObject({
      parcels: [{ carrier: undefined, trackingUrl: 'https://cousin.example/N1' }],
    });
  });

  test('without a name the newest shipment that stands is told', () => {
    const voided = { ...shipment, id: 'third', shippedOn: '2026-11-26', voidedAt: at };
    const second = { ...shipment, id: 'second', shippedOn: '2026-11-25' };
    const order = { ...settled, shipments: [shipment, second, voided] };
    const message = compose('shipped', { order, data: { shipmentId: null } });
    expect(message.props).toMatchObject({ shippedOn: 'Wednesday 25 November 2026' });
  });
});

describe('words', () => {
  test('a day is the one that it was in the shop', () => {
    expect(dayInWords(at, 'UTC', 'en')).toBe('23 November 2026');
    expect(dayInWords(at, 'Europe/Berlin', 'en')).toBe('24 November 2026');
    expect(weekdayInWords('2026-01-01', 'en')).toBe('Thursday 1 January 2026');
  });

  test('a day is written as the reader writes it, by the calendar of the shop', () => {
    expect(weekdayInWords('2026-01-01', 'en-US')).toBe('Thursday, January 1, 2026');
    expect(weekdayInWords('2026-01-01', 'de-AT')).toBe('Donnerstag, 1. Jänner 2026');
    expect(dayInWords(at, 'UTC', 'ja')).toBe('2026年11月23日');
    expect(dayInWords(at, 'UTC', 'ar-SA')).toBe('٢٣ نوفمبر ٢٠٢٦');
  });

  test('a country is named in the language of the reader', () => {
    const address = { name: 'Zoë', line1: '1 Quay', city: 'Cork', country: 'IE' };
    expect(addressLines(address, 'de').at(-1)).toBe('Irland');
  });

  test.each([
    ['GB', undefined, 'Whitby YO21'],
    ['US', 'OR', 'Whitby, OR YO21'],
    ['DE', undefined, 'YO21 Whitby'],
    ['ES', 'Asturias', 'YO21 Whitby, Asturias'],
  ])('a town in %s is written as people there do', (country, region, town) => {
    const place = { city: 'Whitby', postalCode: 'YO21', country, ...(region && { region }) };
    expect(addressLines({ name: 'Zoë', line1: '1 Quay', ...place }, 'en')[2]).toBe(town);
  });

  test('an address without a post code or company leaves no gap', () => {
    const address = { name: 'Zoë', company: '', line1: '1 Quay', city: 'Cork', country: 'IE' };
    expect(addressLines(address, 'en')).toEqual(['Zoë', '1 Quay', 'Cork', 'Ireland']);
  });
});
