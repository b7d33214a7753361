/** Working days from the payment until an order arrives, by shipping method. */
export type DeliveryTimes = Readonly<{
  methods: readonly DeliveryTime[];
  /** For every other method, and for orders that name none; null where nothing is promised. */
  others: number | null;
}>;

type DeliveryTime = Readonly<{ method: string; days: number }>;

export const noDeliveryTimes: DeliveryTimes = { methods: [], others: null };

/** How many working days are promised for a shipping method; null where none are. */
export function deliveryDays(times: DeliveryTimes, method: string | null): number | null {
  const name = methodKey(method ?? '');
  return times.methods.find((time) => methodKey(time.method) === name)?.days ?? times.others;
}

/** The same for names that differ by nothing but capitals and the spaces around and within them. */
export function methodKey(method: string): string {
  return method.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase();
}
