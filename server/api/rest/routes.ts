import * as z from 'zod';
import type { Scope } from '#domain/vocabulary';
import { MovementView } from '#server/catalog/find-movements';
import { PutProduct } from '#server/catalog/product-input';
import { ProductView } from '#server/catalog/view-product';
import { OrderCodeView } from '#server/digital/read-order-codes';
import { MessageView } from '#server/mail/find-messages';
import { EventView } from '#server/orders/find-events';
import { PayOrder, PlaceOrder, ShipOrder, StepOrder } from '#server/orders/order-input';
import { OrderSummaryView, OrderView } from '#server/orders/view-order';
import { CallbackView } from '#server/payments/find-callbacks';
import { PaymentAccountView } from '#server/payments/payment-account';
import { PutPaymentAccount } from '#server/payments/put-payment-account';
import { RegisteredPaymentView, RegisterPayment } from '#server/payments/register-payment';
import { MessageListInput } from '../messages-router';
import { OrderListInput } from '../order-list-input';
import { Paging } from '../paging-input';
import { CallbackListInput } from '../payments-router';
import { ImportCodes } from '../products-router';
import type { Api } from '../root';

type Reply = Readonly<{ status: number; body?: unknown }>;

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** One method of one path of the contract. The procedure behind it checks the input once more. */
export type Route = Readonly<{
  method: Method;
  path: string;
  scope: Scope;
  summary: string;
  query?: z.ZodObject;
  body?: z.ZodObject;
  answer?: z.ZodType;
  /** Whether reading is recorded: then a HEAD, which shows nothing, is not answered. */
  leavesTrace?: true;
  call: (api: Api, given: Given) => Promise<Reply>;
}>;

/** Parameters of the path, and query or body as they came. */
type Given = Readonly<{
  path: Readonly<Record<string, string>>;
  // biome-ignore lint/suspicious/noExplicitAny: it comes from outside, and each procedure parses it
  input: any;
}>;

type Listed = Readonly<{ data: readonly unknown[]; nextCursor: string | null }>;

const ok = (body: unknown): Reply => ({ status: 200, body });
const page = ({ data, nextCursor }: Listed): Reply => ok({ data, nextCursor });
const pageOf = (row: z.ZodType) =>
  z.object({ data: z.array(row), nextCursor: z.string().nullable() });

const orderRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/orders',
    scope: 'orders:write',
    summary: 'Place an order',
    body: PlaceOrder,
    answer: OrderView,
    call: async (api, { input }) => ({ status: 201, body: await api.orders.place(input) }),
  },
  {
    method: 'GET',
    path: '/orders',
    scope: 'orders:read',
    summary: 'List and find orders',
    query: OrderListInput,
    answer: pageOf(OrderSummaryView),
    call: async (api, { input }) => page(await api.orders.list(input)),
  },
  {
    method: 'GET',
    path: '/orders/{number}',
    scope: 'orders:read',
    summary: 'Read an order',
    answer: OrderView,
    call: async (api, { path }) => ok(await api.orders.get({ number: path.number ?? '' })),
  },
  {
    method: 'DELETE',
    path: '/orders/{number}',
    scope: 'orders:write',
    summary: 'Put an order into the bin; a paid one is rolled back first',
    call: async (api, { path }) => {
      await api.orders.delete({ number: path.number ?? '' });
      return { status: 204 };
    },
  },
  command('pay', 'Mark an order paid', PayOrder, (api, given) => api.orders.pay(given)),
  command('ship', 'Ship all or some of an order', ShipOrder, (api, given) =>
    api.orders.ship(given),
  ),
  command('deliver', 'Mark a shipped order delivered', StepOrder, (api, given) =>
    api.orders.deliver(given),
  ),
  command('roll-back', 'Take a payment and all that followed back', StepOrder, (api, given) =>
    api.orders.rollBack(given),
  ),
  command('cancel', 'Cancel an order', StepOrder, (api, given) => api.orders.cancel(given)),
  command('reopen', 'Reopen a cancelled order', StepOrder, (api, given) =>
    api.orders.reopen(given),
  ),
  command('restore', 'Take an order out of the bin', StepOrder, (api, given) =>
    api.orders.restore(given),
  ),
  {
    method: 'GET',
    path: '/orders/{number}/events',
    scope: 'orders:read',
    summary: 'The history of an order, oldest first',
    query: Paging,
    answer: pageOf(EventView),
    call: async (api, { path, input }) =>
      page(await api.orders.events({ ...input, number: path.number })),
  },
  {
    method: 'GET',
    path: '/orders/{number}/codes',
    scope: 'codes:read',
    summary: 'The serial codes of an order; reading marks them as seen',
    query: Paging,
    answer: pageOf(OrderCodeView),
    leavesTrace: true,
    call: async (api, { path, input }) =>
      page(await api.orders.codes({ ...input, number: path.number })),
  },
];

const productRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/products',
    scope: 'products:read',
    summary: 'List products',
    query: Paging,
    answer: pageOf(ProductView),
    call: async (api, { input }) => page(await api.products.list(input)),
  },
  {
    method: 'GET',
    path: '/products/{sku}',
    scope: 'products:read',
    summary: 'Read a product',
    answer: ProductView,
    call: async (api, { path }) => ok(await api.products.get({ sku: path.sku ?? '' })),
  },
  {
    method: 'PUT',
    path: '/products/{sku}',
    scope: 'products:write',
    summary: 'Make or change a product',
    body: PutProduct,
    answer: ProductView,
    call: async (api, { path, input }) => {
      const { product, isNew } = await api.products.put({ ...input, sku: path.sku });
      return { status: isNew ? 201 : 200, body: product };
    },
  },
  {
    method: 'GET',
    path: '/products/{sku}/movements',
    scope: 'products:read',
    summary: 'Why the stock is what it is, newest first',
    query: Paging,
    answer: pageOf(MovementView),
    call: async (api, { path, input }) =>
      page(await api.products.movements({ ...input, sku: path.sku })),
  },
  {
    method: 'POST',
    path: '/products/{sku}/codes',
    scope: 'products:write',
    summary: 'Import serial codes; lines that wait are served at once',
    body: ImportCodes,
    answer: z.object({ added: z.int(), duplicates: z.int(), handedOut: z.int() }),
    call: async (api, { path, input }) => {
      const done = await api.products.importCodes({ ...input, sku: path.sku });
      return ok({ ...done, duplicates: done.duplicates.length });
    },
  },
];

const otherRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/payment-accounts/{slug}',
    scope: 'settings:read',
    summary: 'Read a payment account, its secrets masked',
    answer: PaymentAccountView,
    call: async (api, { path }) => ok(await api.payments.account({ slug: path.slug ?? '' })),
  },
  {
    method: 'PUT',
    path: '/payment-accounts/{slug}',
    scope: 'settings:write',
    summary: 'Make or change a payment account',
    body: PutPaymentAccount,
    answer: PaymentAccountView,
    call: async (api, { path, input }) => {
      const { account, isNew } = await api.payments.putAccount({ ...input, slug: path.slug });
      return { status: isNew ? 201 : 200, body: account };
    },
  },
  {
    method: 'PUT',
    path: '/payment-accounts/{slug}/payments/{payment}',
    scope: 'orders:write',
    summary: 'Hand in the key that a gateway made for one payment',
    body: RegisterPayment,
    answer: RegisteredPaymentView,
    call: async (api, { path, input }) => {
      const { slug, payment } = path;
      const { view, isNew } = await api.payments.registerPayment({ ...input, slug, payment });
      return { status: isNew ? 201 : 200, body: view };
    },
  },
  {
    method: 'GET',
    path: '/callbacks',
    scope: 'orders:read',
    summary: 'The inbox: every message of a gateway, newest first',
    query: CallbackListInput,
    answer: pageOf(CallbackView),
    call: async (api, { input }) => page(await api.payments.callbacks(input)),
  },
  {
    method: 'GET',
    path: '/messages',
    scope: 'orders:read',
    summary: 'The e-mails of the shop, newest first',
    query: MessageListInput,
    answer: pageOf(MessageView),
    call: async (api, { input }) => page(await api.messages.list(input)),
  },
];

/** Every path of the contract. */
export const routes: readonly Route[] = [...orderRoutes, ...productRoutes, ...otherRoutes];

type CommandCall = (api: Api, given: Given['input']) => Promise<OrderView>;

function command(verb: string, summary: string, body: z.ZodObject, call: CommandCall): Route {
  return {
    method: 'POST',
    path: `/orders/{number}/${verb}`,
    scope: 'orders:write',
    summary,
    body,
    answer: OrderView,
    call: async (api, { path, input }) => ok(await call(api, { ...input, number: path.number })),
  };
}
