import type * as z from 'zod';
import { carrierId } from '#domain/carriers';
import type { ParcelGiven } from '#domain/order-command';
import { carrierFor, normalizeTrackingNumber } from '#domain/tracking-number';
import type { Parcel } from './order-input';

/**
 * A parcel as it is kept: a carrier that was left out is recognised from the number, a known
 * carrier's number is tidied, everything else stays as it was typed.
 */
export function parcelGiven(parcel: z.output<typeof Parcel>): ParcelGiven {
  const { carrier, trackingNumber, trackingUrl } = parcel;
  const known = carrier === null ? carrierFor(trackingNumber ?? '') : carrierId(carrier);
  const isKnown = known !== 'other';
  return {
    carrier: isKnown ? known : (carrier ?? 'other'),
    trackingNumber: isKnown && trackingNumber !== null ? tidied(trackingNumber) : trackingNumber,
    trackingUrl,
  };
}

/** A pasted link without a number in it stays what it is. */
function tidied(trackingNumber: string): string {
  return normalizeTrackingNumber(trackingNumber) || trackingNumber;
}
