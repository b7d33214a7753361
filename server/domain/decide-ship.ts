import { accept, type Decision, refused, type World } from './decision';
import type { Order, Shipment, ShipmentLine } from './order';
import type { OrderCommand } from './order-command';
import { quantityToShip } from './order-status';

/** A shipment of the lines given, or of everything that is left; never more than is left. */
export function decideShip(
  order: Order,
  command: OrderCommand & { type: 'ship' },
  world: World,
): Decision {
  const fields = command.lines ? faultsOf(order, command.lines) : {};
  if (Object.keys(fields).length > 0) return { kind: 'invalid', fields };
  const lines = command.lines ? summed(command.lines) : everythingLeft(order);
  const problem = lines.map((line) => problemOf(order, line)).find((found) => found !== null);
  if (problem) return problem;
  return accept({
    type: 'shipped',
    shipment: { ...shipmentOf(command, world), lines: inOrderOf(order, lines) },
    notify: command.notify,
  });
}

function faultsOf(order: Order, lines: readonly ShipmentLine[]): Readonly<Record<string, string>> {
  if (lines.length === 0) return { lines: 'Name a line, or leave this out to ship all of them.' };
  const faults = lines.flatMap(({ lineId, quantity }, index) => {
    const isKnown = order.lines.some(({ id }) => id === lineId);
    const isQuantity = Number.isSafeInteger(quantity) && quantity > 0;
    return [
      ...(isKnown ? [] : [[`lines.${index}.lineId`, 'This line is not on the order.']]),
      ...(isQuantity ? [] : [[`lines.${index}.quantity`, 'Enter a whole number above zero.']]),
    ];
  });
  return Object.fromEntries(faults);
}

function shipmentOf(
  command: OrderCommand & { type: 'ship' },
  world: World,
): Omit<Shipment, 'lines'> {
  return {
    id: world.newId(),
    shippedOn: command.shippedOn,
    note: command.note,
    parcels: command.parcels.map((parcel) => ({ id: world.newId(), ...parcel })),
    createdAt: world.at,
    voidedAt: null,
  };
}

function inOrderOf(order: Order, lines: readonly ShipmentLine[]): readonly ShipmentLine[] {
  return order.lines.flatMap(({ id }) => lines.filter(({ lineId }) => lineId === id));
}

function everythingLeft(order: Order): readonly ShipmentLine[] {
  return order.lines
    .map((line) => ({ lineId: line.id, quantity: quantityToShip(order, line) }))
    .filter(({ quantity }) => quantity > 0);
}

function summed(lines: readonly ShipmentLine[]): readonly ShipmentLine[] {
  const units = new Map<string, number>();
  for (const { lineId, quantity } of lines) {
    units.set(lineId, (units.get(lineId) ?? 0) + quantity);
  }
  return [...units].map(([lineId, quantity]) => ({ lineId, quantity }));
}

function problemOf(order: Order, { lineId, quantity }: ShipmentLine): Decision | null {
  const line = order.lines.find(({ id }) => id === lineId);
  if (!line) return null;
  if (line.kind !== 'physical') {
    return refused(`${line.name} is not shipped.`, 'Leave it out: it is handed out by paying.');
  }
  const left = quantityToShip(order, line);
  if (quantity <= left) return null;
  return left === 0
    ? refused(`All of ${line.name} has been shipped.`, 'Leave it out.')
    : refused(`Only ${left} of ${line.name} are left to ship.`, `Ship ${left} or fewer.`);
}
