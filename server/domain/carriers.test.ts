import { describe, expect, test } from 'vitest';
import { carrierId, carrierName, carriers, isCarrier, trackingLinks } from './carriers';
import samples from './fixtures/tracking-numbers.json' with { type: 'json' };

test('every carrier but other has the tracking page of the rules', () => {
  expect(trackingLinks).toEqual(samples.rules.links);
  expect(Object.keys(trackingLinks)).toEqual(carriers.filter((carrier) => carrier !== 'other'));
});

describe('carrierId', () => {
  test.each(carriers)('knows the id %s and the name it is shown by', (carrier) => {
    expect(carrierId(carrier)).toBe(carrier);
    expect(carrierId(carrierName(carrier))).toBe(carrier);
    expect(isCarrier(carrier)).toBe(true);
  });

  test.each([
    ['UPS', 'ups'],
    [' U.P.S. Ground ', 'ups'],
    ['United Parcel Service', 'ups'],
    ['USPS Priority Mail', 'usps'],
    ['U.S. Postal Service', 'usps'],
    ['US Mail', 'usps'],
    ['United States Post', 'usps'],
    ['FedEx', 'fedex'],
    ['FEDEX GROUND', 'fedex'],
    ['Fed-Ex', 'fedex'],
    ['FedEx®', 'fedex'],
    ['Federal Express', 'fedex'],
    ['dhl express', 'dhl'],
    ['DHL-Paket', 'dhl'],
    ['Deutsche Post DHL', 'dhl'],
  ])('takes %j for %s', (text, carrier) => {
    expect(carrierId(text)).toBe(carrier);
  });

  test.each([
    '',
    ' ',
    'Parcel Express',
    'Upsilon Couriers',
    'Push ups',
    'Dhlight',
    'The Milkman',
    'toString',
    '速達',
  ])('leaves %j a free carrier', (text) => {
    expect(carrierId(text)).toBe('other');
    expect(isCarrier(text)).toBe(false);
  });
});

describe('carrierName', () => {
  test.each([
    ['ups', 'UPS'],
    ['fedex', 'FedEx'],
    ['other', 'Other carrier'],
    [' The Milkman ', 'The Milkman'],
    ['constructor', 'constructor'],
    ['', ''],
  ])('shows %j as %j', (text, name) => {
    expect(carrierName(text)).toBe(name);
  });
});
