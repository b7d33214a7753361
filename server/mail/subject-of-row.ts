import { type SQL, sql } from 'drizzle-orm';
import { type Language, languages } from '#domain/language';
import { type MessageTemplate, messageTemplates } from '#domain/vocabulary';
import { ownSubject, subjectOf } from './subject-of';

/** Expressions of the statement that writes the message; `shop` is what holds before the set-up. */
type Row = Readonly<{
  template: SQL;
  locale: SQL;
  orderNumber: SQL;
  shop: Readonly<{ name: string; language: Language }>;
}>;

// Neither is ever part of a subject's own words, and `subjectOf` leaves letters alone.
const [shopMark, numberMark] = ['\uE000', '\uE001'];

/**
 * The subject of a message, made by the statement that writes it: for those that are asked for by
 * strangers, where only the database may know whom they are for.
 */
export function subjectOfRow({ template, locale, orderNumber, shop }: Row): SQL<string> {
  const language = languageOfRow(locale, shop.language);
  const shopName = nameOfShop(shop.name);
  const own = ownSubject({
    ...{ template, language: sql`(${language})`, key: 'subject' },
    ...{ shopName, orderNumber },
  });
  const ours = sql`CASE ${template} || ' ' || ${language} ${sql.join(
    messageTemplates.flatMap((known) =>
      languages.map((one) => sql`WHEN ${`${known} ${one}`} THEN ${patternOf(known, one)}`),
    ),
    sql` `,
  )} END`;
  return sql`coalesce(${own}, replace(replace(${ours}, ${shopMark}, ${shopName}), ${numberMark}, ${orderNumber}))`;
}

/** As `customerLocale` chooses it. */
function languageOfRow(locale: SQL, ofShop: Language): SQL {
  const cases = languages.map(
    (one) =>
      sql`WHEN lower(${locale}) = ${one} OR lower(${locale}) GLOB ${`${one}[-_]*`} THEN ${one}`,
  );
  return sql`CASE ${sql.join(cases, sql` `)} ELSE coalesce((SELECT language FROM shop), ${ofShop}) END`;
}

function patternOf(template: MessageTemplate, locale: Language): string {
  return subjectOf(template, { locale, shopName: shopMark, orderNumber: numberMark, data: {} });
}

/** Cut where `subjectOf` cuts it. */
function nameOfShop(withoutShop: string): SQL {
  return sql`coalesce((SELECT CASE WHEN length(name) > 60 THEN substr(name, 1, 59) || '…' ELSE name END FROM shop), ${withoutShop})`;
}
