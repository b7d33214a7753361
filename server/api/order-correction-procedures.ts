import * as z from 'zod';
import { messageTemplates } from '#domain/vocabulary';
import { Day, Email } from '#server/input';
import { addressGiven } from '#server/orders/address-given';
import { grantChangeGiven } from '#server/orders/grant-change-given';
import {
  Address,
  Customer,
  GrantChange,
  Note,
  Parcel,
  Reason,
  Tags,
} from '#server/orders/order-input';
import { parcelGiven } from '#server/orders/parcel-given';
import { rescueMail } from '#server/orders/rescue-mail';
import { defaultShop } from '#server/settings/shop-settings';
import { change, OfOrder } from './change-order-procedure';
import { procedure } from './trpc';

const Id = z.string().max(100);

/** What leaves the life of an order as it is and puts something about it right. */
export const orderCorrectionProcedures = {
  hold: procedure('orders:write')
    .input(OfOrder.extend({ reason: Reason }))
    .mutation(({ ctx, input }) => change(ctx, input, { type: 'hold', reason: input.reason })),

  release: procedure('orders:write')
    .input(OfOrder)
    .mutation(({ ctx, input }) => change(ctx, input, { type: 'release' })),

  note: procedure('orders:write')
    .input(OfOrder.extend({ note: Note }))
    .mutation(({ ctx, input }) => change(ctx, input, { type: 'note', note: input.note })),

  tag: procedure('orders:write')
    .input(OfOrder.extend({ tags: Tags }))
    .mutation(({ ctx, input }) => change(ctx, input, { type: 'tag', tags: input.tags })),

  correctContact: procedure('orders:write')
    .input(OfOrder.extend({ customer: Customer, renewLink: z.boolean().default(false) }))
    .mutation(({ ctx, input: { customer, renewLink, ...of } }) =>
      change(ctx, of, {
        ...{ type: 'correct_contact', customer },
        ...(renewLink && { newToken: ctx.newToken() }),
      }),
    ),

  correctAddress: procedure('orders:write')
    .input(OfOrder.extend({ which: z.enum(['billing', 'shipping']), address: Address.nullable() }))
    .mutation(({ ctx, input: { which, address, ...of } }) =>
      change(ctx, of, { type: 'correct_address', which, address: addressGiven(address) }),
    ),

  correctTracking: procedure('orders:write')
    .input(OfOrder.extend({ parcelId: Id, parcel: Parcel, notify: z.boolean() }))
    .mutation(({ ctx, input: { parcelId, parcel, notify, ...of } }) =>
      change(ctx, of, {
        type: 'correct_tracking',
        parcelId,
        parcel: parcelGiven(parcel),
        notify,
      }),
    ),

  changeGrant: procedure('orders:write')
    .input(OfOrder.extend({ grantId: Id, change: GrantChange, reason: Reason }))
    .mutation(({ ctx, input: { grantId, change: asked, reason, ...of } }) =>
      change(ctx, of, {
        type: 'change_grant',
        grantId,
        change: grantChangeGiven(asked, (ctx.shop ?? defaultShop).timeZone),
        reason,
      }),
    ),

  answerRequest: procedure('orders:write')
    .input(
      OfOrder.extend({
        requestId: Id,
        accepted: z.boolean(),
        text: Reason,
        restock: z.boolean(),
        notify: z.boolean(),
      }),
    )
    .mutation(({ ctx, input: { requestId, accepted, text, restock, notify, ...of } }) =>
      change(ctx, of, {
        type: 'answer_request',
        ...{ requestId, accepted, text, restock, notify },
      }),
    ),

  /** Corrects the address and sends again what the customer has missed. */
  rescueMail: procedure('orders:write')
    .input(OfOrder.extend({ email: Email, withOthers: z.boolean() }))
    .mutation(({ ctx, input }) =>
      rescueMail(ctx, { ...input, actor: ctx.caller.actor, shop: ctx.shop ?? defaultShop }),
    ),

  /** Whoever has the old link only, can see the order no more. */
  renewLink: procedure('orders:write')
    .input(OfOrder.extend({ reason: Reason, notify: z.boolean() }))
    .mutation(({ ctx, input: { reason, notify, ...of } }) =>
      change(ctx, of, { type: 'renew_link', token: ctx.newToken(), reason, notify }),
    ),

  expect: procedure('orders:write')
    .input(OfOrder.extend({ expectedOn: Day.nullable(), reason: Reason, notify: z.boolean() }))
    .mutation(({ ctx, input: { expectedOn, reason, notify, ...of } }) =>
      change(ctx, of, { type: 'expect', expectedOn, reason, notify }),
    ),

  resend: procedure('orders:write')
    .input(
      OfOrder.extend({
        template: z.enum(messageTemplates).exclude(['sign_in_link']),
        shipmentId: Id.nullable(),
      }),
    )
    .mutation(({ ctx, input: { template, shipmentId, ...of } }) =>
      change(ctx, of, { type: 'resend', template, shipmentId }),
    ),
};
