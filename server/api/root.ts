import { accessRouter } from './access-router';
import { customersRouter } from './customers-router';
import { doorRouter } from './door-router';
import { filesRouter } from './files-router';
import { messagesRouter } from './messages-router';
import { ordersRouter } from './orders-router';
import { paymentsRouter } from './payments-router';
import { phoneOrdersRouter } from './phone-orders-router';
import { productsRouter } from './products-router';
import { settingsRouter } from './settings-router';
import { staffRouter } from './staff-router';
import { trackingRouter } from './tracking-router';
import { createCallerFactory, router } from './trpc';

export const appRouter = router({
  access: accessRouter,
  orders: ordersRouter,
  phoneOrders: phoneOrdersRouter,
  products: productsRouter,
  customers: customersRouter,
  files: filesRouter,
  payments: paymentsRouter,
  messages: messagesRouter,
  settings: settingsRouter,
  staff: staffRouter,
  tracking: trackingRouter,
  door: doorRouter,
});

export const createCaller = createCallerFactory(appRouter);

export type Api = ReturnType<typeof createCaller>;
