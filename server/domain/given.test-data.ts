import { type Command, commandFor } from './command.test-data';
import { decideOrder } from './decide-order';
import type { Decision, ProductFacts, World } from './decision';
import { type DeliveryTimes, noDeliveryTimes } from './delivery-times';
import { evolveAll } from './evolve-order';
import type { MovementFacts, Order } from './order';
import type { OrderCommand } from './order-command';
import type { OrderEvent } from './order-event';

/** An order and its world, after everything that was given. */
export type Given = Readonly<{
  order: Order;
  world: World;
  /** The same order in a world where this is different. */
  where: (change: Partial<ShelfFacts>) => Given;
  when: (command: OrderCommand) => Decision;
  /** The events of a command that has to be accepted, and the order after them. */
  after: (command: OrderCommand) => Readonly<{ events: readonly OrderEvent[]; order: Order }>;
}>;

/** Given an order to which all these commands have happened, each of them accepted. */
export function given(
  order: Order,
  commands: readonly Command[] = [],
  shelf: Partial<ShelfFacts> = {},
): Given {
  return commands.reduce<Given>(
    (story, command) => {
      const { events, order: after } = story.after(commandFor(command, story.order));
      return storyOf(after, { ...story.world, sale: saleOf(events) ?? story.world.sale });
    },
    storyOf(order, aWorld(shelf)),
  );
}

function storyOf(order: Order, world: World): Given {
  const when = (command: OrderCommand) => decideOrder(order, command, world);
  return {
    order,
    world,
    where: (change) => storyOf(order, { ...aWorld(change), sale: world.sale, newId: world.newId }),
    when,
    after: (command) => {
      const events = eventsOf(when(command), command);
      return { events, order: evolveAll(order, events, world.at) };
    },
  };
}

function eventsOf(decision: Decision, command: OrderCommand): readonly OrderEvent[] {
  if (decision.kind === 'accepted') return decision.events;
  throw new Error(`${command.type} was not accepted: ${JSON.stringify(decision)}`);
}

function saleOf(events: readonly OrderEvent[]): readonly MovementFacts[] | null {
  return events.find((event) => event.type === 'paid')?.movements ?? null;
}

export type ShelfFacts = Readonly<{
  at: number;
  today: string;
  deliveryTimes: DeliveryTimes;
  stock: number;
  codesAvailable: number;
  trackStock: boolean;
  deliveredOnTracking: boolean;
  /** Of the products; the shop's own are 5 downloads for 30 days. */
  downloadsMax: number | null;
  downloadDays: number | null;
}>;

/** Every product of the test data with the same stock and the same pool. */
export function aWorld(change: Partial<ShelfFacts> = {}): World {
  const { deliveredOnTracking = true, stock = 100, codesAvailable = 100, trackStock } = change;
  const { downloadsMax = null, downloadDays = null, deliveryTimes = noDeliveryTimes } = change;
  const { at = 1_700_000_000_000, today = '2023-11-14' } = change;
  const facts = (isGoods: boolean): ProductFacts => ({
    trackStock: trackStock ?? isGoods,
    stock,
    codesAvailable,
    downloadsMax,
    downloadDays,
  });
  return {
    products: new Map([
      ['mug', facts(true)],
      ['poster', facts(true)],
      ['licence', facts(false)],
      ['book', facts(false)],
    ]),
    sale: [],
    code: { lineId: 'licence', isKnown: false },
    deliveredOnTracking,
    downloadsMax: 5,
    downloadDays: 30,
    at,
    today,
    deliveryTimes,
    newId: countedIds(),
  };
}

/** Ids that tell the order in which they were made. */
export function countedIds(prefix = 'id'): () => string {
  let count = 0;
  return () => `${prefix}-${++count}`;
}
