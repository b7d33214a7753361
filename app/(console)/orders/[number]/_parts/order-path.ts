/** The address of an order's page, or of one below it. */
export function orderPath(number: string, below = ''): string {
  return `/orders/${encodeURIComponent(number)}${below}`;
}
