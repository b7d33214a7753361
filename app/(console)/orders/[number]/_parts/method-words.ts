const byOffline: Readonly<Record<string, string>> = {
  cheque: 'by cheque',
  wire: 'by bank transfer',
  cash: 'in cash',
  terminal: 'by card at the terminal',
};

/** How money came in, as the end of a sentence: "by cheque", "by Stripe". */
export function byMethod(method: string): string {
  const known = Object.hasOwn(byOffline, method) ? byOffline[method] : undefined;
  return known ?? `by ${method.charAt(0).toUpperCase()}${method.slice(1).replaceAll('_', ' ')}`;
}
