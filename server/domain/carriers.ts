/** The carriers whose numbers and tracking pages are known, and `other` for every free one. */
export const carriers = ['ups', 'usps', 'fedex', 'dhl', 'other'] as const;

export type Carrier = (typeof carriers)[number];

/** What a tracking number is appended to, URL-encoded, to reach the carrier's tracking page. */
export const trackingLinks: Readonly<Record<Exclude<Carrier, 'other'>, string>> = {
  ups: 'https://www.ups.com/track?tracknum=',
  usps: 'https://tools.usps.com/go/TrackConfirmAction?tLabels=',
  fedex: 'https://www.fedex.com/fedextrack/?trknbr=',
  dhl: 'https://www.dhl.com/global-en/home/tracking.html?submit=1&tracking-id=',
};

const names: Readonly<Record<Carrier, string>> = {
  ups: 'UPS',
  usps: 'USPS',
  fedex: 'FedEx',
  dhl: 'DHL',
  other: 'Other carrier',
};

/** The name to show for a carrier's id; a free carrier's own name comes back trimmed. */
export function carrierName(idOrFree: string): string {
  const text = idOrFree.trim();
  return isCarrier(text) ? names[text] : text;
}

/** Whether `text` is the id of a carrier, `other` included. */
export function isCarrier(text: string): text is Carrier {
  return Object.hasOwn(names, text);
}

/**
 * The carrier that people mean by "UPS", "Fed-Ex Ground", "dhl express" or "U.S. Mail"; `other`
 * for every name that is not one of the four, an empty one included.
 */
export function carrierId(text: string): Carrier {
  const name = text
    .slice(0, 100)
    .toLowerCase()
    .replace(/[.®™]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  return spellings.find(([, spelling]) => spelling.test(name))?.[0] ?? 'other';
}

const spellings: ReadonlyArray<readonly [Carrier, RegExp]> = [
  ['ups', /^(ups|united parcel service)\b/],
  ['usps', /^(usps|(us|u s|united states) (postal service|post|mail))\b/],
  ['fedex', /^(fed ?ex|federal express)\b/],
  ['dhl', /^(deutsche post )?dhl\b/],
];
