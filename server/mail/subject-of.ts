import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { MessageTemplate } from '#domain/vocabulary';
import { mailWords } from '#emails/_parts/mail-words';
import { oneLine, shortened } from '#emails/_parts/one-line';

type Named = Readonly<{
  /** As `customerLocale` gives it. */
  locale: string;
  shopName: string;
  orderNumber: string;
  data: Readonly<Record<string, unknown>>;
}>;

const keys = {
  order_received: 'subject.orderReceived',
  paid: 'subject.paid',
  shipped: 'subject.shipped',
  cancelled: 'subject.cancelled',
  code_replaced: 'subject.codeReplaced',
  sign_in_link: 'subject.signInLink',
  request_answered: 'subject.requestAnswered',
  late: 'subject.late',
} as const satisfies Record<MessageTemplate, string>;

const otherKeys = { subject_codes: 'subject.codes', subject_new_day: 'subject.newDay' } as const;

const nameLengthMax = 60;

/**
 * The subject of a message in the customer's language, kept with it and sent as it is: one line
 * that names the shop and the order, whatever the names contain. Names are cut at 60 characters as
 * a reader counts them.
 */
export function subjectOf(template: MessageTemplate, of: Named): string {
  const { shopName: shop, orderNumber: number } = subjectNames(of);
  const key = subjectKeyOf(template, of.data);
  return oneLine(
    mailWords(of.locale).say(key === 'subject' ? keys[template] : otherKeys[key], {
      shop,
      number,
    }),
  );
}

/** The names as a subject has them. */
export function subjectNames({ shopName, orderNumber }: Pick<Named, 'shopName' | 'orderNumber'>) {
  return { shopName: cut(shopName), orderNumber: cut(orderNumber) };
}

/** Under which key staff may have written the subject anew. */
export function subjectKeyOf(template: MessageTemplate, data: Named['data']) {
  if (template === 'paid' && data.codesArrived === true) return 'subject_codes';
  return template === 'late' && typeof data.newOn === 'string' ? 'subject_new_day' : 'subject';
}

type Value = SQLWrapper | string;
type OwnSubject = Readonly<
  Record<'template' | 'language' | 'key' | 'shopName' | 'orderNumber', Value>
>;

/** The subject that staff have written anew, its names filled in by the database; null where none. */
export function ownSubject({ template, language, key, ...names }: OwnSubject): SQL<string | null> {
  return sql`(SELECT replace(replace(wordings.text, '{shop_name}', ${names.shopName}), '{order_number}', ${names.orderNumber})
    FROM wordings WHERE wordings.template = ${template} AND wordings.locale = ${language} AND wordings.key = ${key})`;
}

function cut(name: string): string {
  return shortened(oneLine(name), nameLengthMax);
}
