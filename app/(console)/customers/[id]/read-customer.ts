import { redirect } from 'next/navigation';
import { api } from '#server/api/caller';
import { orNotFound } from '#server/api/or-not-found';
import type { CustomerPage } from '#server/customers/read-customer-page';
import { customerHref } from '../customer-address';

/** A cursor that somebody made up leads to the first page; an unknown id to the page that says so. */
export async function readCustomer(id: string, cursor?: string): Promise<CustomerPage> {
  const { customers } = await api();
  try {
    return await orNotFound(customers.page({ id: id.slice(0, 100), cursor }));
  } catch (error) {
    const isCursorWrong = error instanceof Error && 'code' in error && error.code === 'BAD_REQUEST';
    if (!isCursorWrong) throw error;
    redirect(customerHref(id));
  }
}
