import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { Db } from '#db/client';
import type { RowsOf } from '#db/prebuilt';
import { codes } from '#db/schema/catalog';
import { wordings } from '#db/schema/messages';
import { paymentAccounts } from '#db/schema/payments';
import { type Language, languageOf } from '#domain/language';
import type { Order } from '#domain/order';
import type { MessageTemplate } from '#domain/vocabulary';
import { assembleOrder } from '#server/orders/assemble-order';
import { type OrderRows, orderQueries } from '#server/orders/read-order';
import { type BrandedShop, brandedShopQuery, defaultBrandedShop } from '#server/settings/brand';

/** Whose message it is, as values or as expressions of the batch. */
type About = Readonly<{
  orderId: number | null | SQL<number>;
  template: MessageTemplate | SQL<string>;
}>;

/** What a message is written from: the order as it stands now, and what belongs to it. */
export type MessageFacts = Readonly<{
  order: Order | null;
  shop: BrandedShop;
  /** How to pay by the method that the customer chose, in the shop's words. */
  instructions: string;
  codes: readonly SealedCode[];
  /** What staff have written anew of this message, in all languages. */
  wordings: readonly OwnWording[];
}>;

type OwnWording = Readonly<{ locale: Language; key: string; text: string }>;

type SealedCode = Readonly<{ lineId: string | null; productId: string; sealed: string }>;

/** The reading part of a batch; its rows go to `assembleMessageFacts`. Codes only for what tells them. */
export function messageFactQueries(db: Db, { orderId, template }: About) {
  const { lineId, productId, sealed } = codes;
  return [
    brandedShopQuery(db),
    db
      .select({ locale: wordings.locale, key: wordings.key, text: wordings.text })
      .from(wordings)
      .where(sql`${wordings.template} = ${template}`),
    db
      .select({ instructions: paymentAccounts.instructions })
      .from(paymentAccounts)
      .where(sql`slug = (SELECT payment_method FROM orders WHERE id = ${orderId})`),
    db
      .select({ lineId, productId, sealed })
      .from(codes)
      .where(
        and(
          sql`${codes.orderId} = ${orderId}`,
          eq(codes.status, 'handed_out'),
          sql`${template} IN ${withCodes}`,
        ),
      )
      .orderBy(codes.id),
    ...orderQueries(db, { idIs: sql<number>`${orderId}` }),
  ] as const;
}

const withCodes = ['paid', 'code_replaced'] satisfies readonly MessageTemplate[];

type MessageFactRows = RowsOf<ReturnType<typeof messageFactQueries>>;

export function assembleMessageFacts(rows: MessageFactRows): MessageFacts {
  const [[shopRow], ownWordings, [account], sealedCodes, ...orderRows] = rows;
  return {
    order: assembleOrder(orderRows satisfies OrderRows),
    shop: shopRow ?? defaultBrandedShop,
    instructions: account?.instructions ?? '',
    codes: sealedCodes,
    wordings: ownWordings,
  };
}

/** The texts of one language by their keys. */
export function ownTexts(
  own: readonly OwnWording[],
  locale: string,
): Readonly<Partial<Record<string, string>>> {
  const language = languageOf(locale);
  return Object.fromEntries(
    own.filter((row) => row.locale === language).map(({ key, text }) => [key, text]),
  );
}
