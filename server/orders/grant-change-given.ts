import type { GrantChange } from '#domain/order-command';
import { dayEnd } from '#server/settings/day-start';
import type { GrantChange as Given } from './order-input';

/** A change of a grant as the domain takes it: its last day ends where that of the shop does. */
export function grantChangeGiven(given: Given, timeZone: string): GrantChange {
  if (given.what !== 'move_end') return given;
  const { what, until } = given;
  return { what, expiresAt: until === null ? null : dayEnd(until, timeZone) };
}
