import * as z from 'zod';
import { fulfilmentStatuses, orderFlags, orderStatuses, paymentStatuses } from '#domain/vocabulary';
import { Moment } from '#server/input';
import { orderSorts } from '#server/orders/find-orders';
import { Paging } from './paging-input';

export const NumberInput = z.strictObject({ number: z.string() });

export const OrderListInput = Paging.extend({
  status: z.enum([...orderStatuses, 'deleted']).optional(),
  paymentStatus: z.enum(paymentStatuses).optional(),
  fulfilmentStatus: z.enum(fulfilmentStatuses).optional(),
  flag: z.enum(orderFlags).optional(),
  tag: z.string().max(60).optional(),
  q: z.string().max(200).optional(),
  placedFrom: Moment.optional(),
  placedTo: Moment.optional(),
  sort: z.enum(orderSorts).default('-placedAt'),
});
