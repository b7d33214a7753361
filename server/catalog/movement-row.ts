import type { Actor } from '#domain/vocabulary';
import type { Context } from '#server/context';

type Adjusted = Readonly<{
  productId: string;
  stockDelta: number;
  note: string;
  actor: Actor;
  at: number;
}>;

/** The row of a movement that a person made, sales untouched. */
export function movementRow(ctx: Context, { actor, ...adjusted }: Adjusted) {
  return {
    id: ctx.newId(),
    ...adjusted,
    soldDelta: 0,
    reason: 'adjustment' as const,
    actorKind: actor.kind,
    actorName: actor.name,
  };
}
