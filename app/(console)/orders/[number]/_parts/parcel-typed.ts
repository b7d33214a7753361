import { carriers } from '#domain/carriers';
import type { Parcel } from '#domain/order';
import { carrierFor } from '#domain/tracking-number';

/** A parcel as it is typed; `carrier` is empty where it is to be recognised from the number. */
export type ParcelTyped = Readonly<{
  trackingNumber: string;
  carrier: string;
  carrierName: string;
  trackingUrl: string;
}>;

export const blankParcel: ParcelTyped = {
  trackingNumber: '',
  carrier: '',
  carrierName: '',
  trackingUrl: '',
};

/** A kept parcel as its form shows it; a carrier that the number tells is left to the number. */
export function parcelTyped({ carrier, trackingNumber, trackingUrl }: Parcel): ParcelTyped {
  const isKnown = carriers.some((known) => known === carrier);
  const isTold = carrier !== 'other' && carrier === carrierFor(trackingNumber ?? '');
  return {
    trackingNumber: trackingNumber ?? '',
    carrier: isTold ? '' : isKnown ? carrier : 'other',
    carrierName: isKnown ? '' : carrier,
    trackingUrl: trackingUrl ?? '',
  };
}

/** The parcel that the fields named `<prefix>trackingNumber` and so on hold. */
export function parcelFrom(values: Readonly<Record<string, string>>, prefix: string): ParcelTyped {
  return {
    trackingNumber: values[`${prefix}trackingNumber`] ?? '',
    carrier: values[`${prefix}carrier`] ?? '',
    carrierName: values[`${prefix}carrierName`] ?? '',
    trackingUrl: values[`${prefix}trackingUrl`] ?? '',
  };
}

/** What the procedures are given; null where nothing was typed or chosen at all. */
export function parcelInput({ trackingNumber, carrier, carrierName, trackingUrl }: ParcelTyped) {
  const isOther = carrier === 'other';
  const isNameless = isOther && carrierName === '' && trackingUrl === '';
  if (trackingNumber === '' && (carrier === '' || isNameless)) return null;
  return {
    carrier: isOther ? carrierName || 'other' : carrier || null,
    trackingNumber: trackingNumber || null,
    trackingUrl: isOther ? trackingUrl || null : null,
  };
}
