import { cache } from 'react';
import { api } from '#server/api/caller';
import { orNotFound } from '#server/api/or-not-found';
import type { OrderPage } from '#server/orders/read-order-page';
import { consoleSession } from '../../../console-session';
import { type NumberParams, numberIn } from './number-params';
import { orderPath } from './order-path';

/**
 * The order that the address names, with whoever looks at it: the two round trips of the page.
 * Shows the not-found page where there is no such order.
 */
export const readOrder = cache(async (params: NumberParams, below = '') => {
  const number = await numberIn(params);
  const session = await consoleSession(orderPath(number, below));
  return { ...session, page: await pageOf(number) };
});

async function pageOf(number: string): Promise<OrderPage> {
  const { orders } = await api();
  return orNotFound(orders.page({ number }));
}
