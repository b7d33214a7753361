import type { Order } from './order';

/** What every order is before anything has happened to it. */
export const untouchedOrder = {
  version: 1,
  payments: [],
  shipments: [],
  grants: [],
  requests: [],
  shortStock: false,
  paidVersion: null,
  paidAt: null,
  deliveredAt: null,
  heldAt: null,
  cancelledAt: null,
  cancelReason: null,
  deletedAt: null,
  expectedOn: null,
  slippedOn: null,
} as const satisfies Partial<Order>;
