/** The sku in the address of a page; one that is written wrongly stays as it is and is found nowhere. */
export function readSku(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
