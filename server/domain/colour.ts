/** A colour as `#rrggbb`, in lower case. */
export type Colour = `#${string}`;

/** Reads `#284ea7`, `284EA7` and `#28a`; null for anything else. */
export function readColour(text: string): Colour | null {
  const [, digits = ''] = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(text.trim()) ?? [];
  if (digits === '') return null;
  const six = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits;
  return `#${six.toLowerCase()}`;
}

/** WCAG 2.2 asks this much of text: https://www.w3.org/TR/WCAG22/#contrast-minimum */
export const contrastMin = 4.5;

/** How far two colours are apart, from 1 to 21, as WCAG 2.2 counts it. */
export function contrastOf(one: Colour, other: Colour): number {
  const [dark = 0, light = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** The colour itself where it is readable on `ground`, else the nearest on its way to `towards`. */
export function readableOn(ground: Colour, colour: Colour, towards: Colour): Colour {
  const steps = Array.from({ length: stepsMax + 1 }, (_, step) => step / stepsMax);
  const mixes = steps.map((part) => mixed(colour, towards, part));
  return mixes.find((mix) => contrastOf(ground, mix) >= contrastMin) ?? towards;
}

/** The colour as words have it, readable on every ground of ours, in the light and in the dark. */
export function inkOf(colour: Colour): Readonly<{ light: Colour; dark: Colour }> {
  return {
    light: readableOn(hardestGround.light, colour, '#000000'),
    dark: readableOn(hardestGround.dark, colour, '#ffffff'),
  };
}

// `--color-wash` of the pages and the grounds of messages.
const hardestGround = { light: '#f3f1ef', dark: '#22211e' } as const;

const stepsMax = 100;

function mixed(colour: Colour, towards: Colour, part: number): Colour {
  const target = channelsOf(towards);
  const channels = channelsOf(colour).map((channel, index) =>
    Math.round(channel + ((target[index] ?? 0) - channel) * part),
  );
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

function luminanceOf(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = channelsOf(colour).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channelsOf(colour: Colour): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}
