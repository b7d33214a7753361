'use server';

import { redirect } from 'next/navigation';
import { actionFailure } from '#server/api/action-result';
import { api } from '#server/api/caller';
import type { ProductView } from '#server/catalog/view-product';
import type { FieldFaults } from '#server/errors';
import { fieldFaults } from '#server/field-faults';
import type { CustomerFound } from '#server/orders/find-customers';
import { PlaceOrder } from '#server/orders/order-input';
import { addLine, addProduct, pickCustomer, removeLine, withCatalogue } from './change-draft';
import { type Draft, readDraft } from './draft';
import { orderOfDraft } from './order-of-draft';

export type PhoneOrderState = Readonly<{
  draft: Draft;
  fields: FieldFaults;
  message: string | null;
  found: Found;
  /** Where the page goes on after this step, by the id of an element. */
  focus: string | null;
}>;

/** Null where nobody has searched. */
export type Found = Readonly<{
  customers: readonly CustomerFound[] | null;
  products: readonly ProductView[] | null;
}>;

export type Lookup = Readonly<{ customer?: string; product?: string; skus?: string[] }>;

/**
 * Every button of the form arrives here with its step: without script all of them, with script only
 * the one that places. Whatever happens, what was typed comes back.
 */
export async function phoneOrderAction(
  _: PhoneOrderState,
  form: FormData,
): Promise<PhoneOrderState> {
  const draft = readDraft(form);
  const [step = '', value = ''] = splitStep(String(form.get('step') ?? ''));
  return step === 'place' ? place(draft) : changed(draft, step, value);
}

/** For the searches as one types. */
export async function lookUp(asked: Lookup): Promise<Found> {
  const { customers, products } = await (await api()).phoneOrders.form(cut(asked));
  return { customers, products };
}

function splitStep(step: string): readonly string[] {
  const at = step.indexOf(':');
  return at < 0 ? [step] : [step.slice(0, at), step.slice(at + 1)];
}

async function changed(draft: Draft, step: string, value: string): Promise<PhoneOrderState> {
  const skus = draft.lines.map(({ sku }) => sku.trim());
  const form = await (await api()).phoneOrders.form(
    cut({
      customer: draft.customerQuery,
      product: draft.productQuery,
      skus: step === 'add' ? [...skus, value] : skus,
    }),
  );
  const next = withCatalogue(applied(draft, step, value, form), form.named);
  const found = {
    customers: next.customerQuery.trim() === '' ? null : form.customers,
    products: next.productQuery.trim() === '' ? null : form.products,
  };
  return { draft: next, fields: {}, message: null, found, focus: null };
}

type Offered = Readonly<{ customers: readonly CustomerFound[]; named: readonly ProductView[] }>;

function applied(draft: Draft, step: string, value: string, offered: Offered): Draft {
  switch (step) {
    case 'pick': {
      const customer = offered.customers.find(({ id }) => id === value);
      return customer ? pickCustomer(draft, customer) : draft;
    }
    case 'add': {
      const product = offered.named.find(({ sku }) => sku === value);
      return product ? addProduct(draft, product) : draft;
    }
    case 'add-line':
      return addLine(draft);
    case 'remove':
      return removeLine(draft, Number(value));
    default:
      return draft;
  }
}

/** A phone order takes the next number, and is placed now. */
const TypedOrder = PlaceOrder.omit({ number: true, placedAt: true });

async function place(draft: Draft): Promise<PhoneOrderState> {
  const { order, faults } = orderOfDraft(draft);
  const parsed = TypedOrder.safeParse(order);
  const fields = { ...(parsed.error && fieldFaults(parsed.error)), ...faults };
  if (!parsed.success || Object.keys(faults).length > 0) return refused(draft, fields);
  let number: string;
  try {
    const { phoneOrders } = await api();
    ({ number } = await phoneOrders.place({ formKey: draft.formKey, order: parsed.data }));
  } catch (error) {
    const failure = actionFailure(error);
    return refused(draft, failure.fields, failure.message);
  }
  redirect(`/orders/${encodeURIComponent(number)}?done=placed`);
}

function refused(draft: Draft, fields: FieldFaults, message?: string): PhoneOrderState {
  const isMarked = Object.keys(fields).length > 0;
  return {
    draft,
    fields: Object.fromEntries(Object.entries(fields).map(([path, fault]) => [path, plain(fault)])),
    message: isMarked ? 'Not placed: please look at the marked fields.' : (message ?? null),
    found: { customers: null, products: null },
    focus: null,
  };
}

/** The procedures speak to programs too; a form has prices and no unitPrice. */
function plain(fault: string): string {
  return fault.replaceAll('a unitPrice', 'a price');
}

const queryLengthMax = 200;

function cut({ customer = '', product = '', skus = [] }: Lookup) {
  return {
    customer: customer.slice(0, queryLengthMax),
    product: product.slice(0, queryLengthMax),
    skus: skus.filter((sku) => sku.length > 0 && sku.length <= queryLengthMax).slice(0, 1000),
  };
}
