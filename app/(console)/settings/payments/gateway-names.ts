/** What the gateways that can be chosen are called; in the order in which they are offered. */
export const gatewayNames = {
  stripe: 'Stripe',
  'authorizenet-silent-post': 'Authorize.Net Silent Post',
  'standard-webhooks': 'Standard Webhooks',
} as const;

export type OfferedGateway = keyof typeof gatewayNames;

/** The name of a gateway; one that cannot be chosen goes by its id. */
export function gatewayName(id: string): string {
  const names: Readonly<Record<string, string>> = gatewayNames;
  return names[id] ?? id;
}

export function isOfferedGateway(id: string | undefined): id is OfferedGateway {
  return id !== undefined && Object.hasOwn(gatewayNames, id);
}
