import { TRPCError } from '@trpc/server';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { api } from '#server/api/caller';
import type { OrderPage } from '#server/orders/read-order-page';
import { consoleSession } from '../../../console-session';
import { orderPath } from './order-path';

export type NumberParams = Promise<Readonly<{ number: string }>>;

/**
 * The order that the address names, with whoever looks at it: the two round trips of the page.
 * Shows the not-found page where there is no such order.
 */
export const readOrder = cache(async (params: NumberParams, below = '') => {
  const number = decoded((await params).number);
  const session = await consoleSession(orderPath(number, below));
  return { ...session, page: await pageOf(number) };
});

async function pageOf(number: string): Promise<OrderPage> {
  const { orders } = await api();
  try {
    return await orders.page({ number });
  } catch (error) {
    if (error instanceof TRPCError && isNoNumber(error)) notFound();
    throw error;
  }
}

function isNoNumber({ code }: TRPCError): boolean {
  return code === 'NOT_FOUND' || code === 'BAD_REQUEST';
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
