import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Colour, contrastMin, contrastOf, inkOf, readableOn, readColour } from './colour';

test.each([
  ['#284ea7', '#284ea7'],
  [' 284EA7 ', '#284ea7'],
  ['#28A', '#2288aa'],
  ['blue', null],
  ['#12345', null],
  ['url(x)', null],
  ['#28a;x', null],
])('%j is read as %s', (text, colour) => {
  expect(readColour(text)).toBe(colour);
});

test('black and white are as far apart as can be, and a colour is next to itself', () => {
  expect(contrastOf('#000000', '#ffffff')).toBe(21);
  expect(contrastOf('#336699', '#336699')).toBe(1);
  expect(contrastOf('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

const anyColour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value): Colour => `#${value.toString(16).padStart(6, '0')}`);

test('what is offered is always readable, and what was readable stays as it is', () => {
  fc.assert(
    fc.property(anyColour, (colour) => {
      const dark = readableOn('#ffffff', colour, '#000000');
      expect(contrastOf('#ffffff', dark)).toBeGreaterThanOrEqual(contrastMin);
      if (contrastOf('#ffffff', colour) >= contrastMin) expect(dark).toBe(colour);
    }),
  );
});

test('words in any colour are readable on the cards, panels and grounds behind them', () => {
  fc.assert(
    fc.property(anyColour, (colour) => {
      const { light, dark } = inkOf(colour);
      for (const ground of ['#ffffff', '#f8f8f6', '#f3f1ef'] as const) {
        expect(contrastOf(ground, light)).toBeGreaterThanOrEqual(contrastMin);
      }
      for (const ground of ['#12110f', '#1a1917', '#22211e'] as const) {
        expect(contrastOf(ground, dark)).toBeGreaterThanOrEqual(contrastMin);
      }
    }),
  );
});
