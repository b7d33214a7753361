/** A day that stands in an address, YYYY-MM-DD; undefined for what no calendar has. */
export function readDay(given: string | string[] | undefined): string | undefined {
  if (typeof given !== 'string' || !/^(19[7-9]\d|20\d\d)-\d\d-\d\d$/.test(given)) return undefined;
  // Date.parse makes the third of March of the 31st of February.
  const atMs = Date.parse(`${given}T00:00:00Z`);
  return !Number.isNaN(atMs) && new Date(atMs).toISOString().startsWith(given) ? given : undefined;
}
