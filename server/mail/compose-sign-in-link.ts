import { customerLocale } from '#domain/language';
import type { EmailMessage } from '#emails/render-message';
import { brandOf } from './compose-message';
import { type MessageFacts, ownTexts } from './message-facts';

type Writing = Readonly<{
  subject: string;
  facts: Pick<MessageFacts, 'shop' | 'wordings'>;
  customer: Readonly<{ name: string; locale: string | null }>;
  appUrl: string;
  /** What opens the link, or what stands in its place where it is only looked at. */
  token: string;
}>;

/** The message that lets a customer in. Pure. Only for one that `whyNoLink` lets pass. */
export function composeSignInLink(writing: Writing): EmailMessage {
  const { subject, facts, customer, appUrl, token } = writing;
  const { shop, wordings } = facts;
  const locale = customerLocale(customer.locale, shop.language);
  return {
    template: 'sign_in_link',
    props: {
      ...{ locale, subject, shopName: shop.name, customerName: customer.name },
      ...{ orderNumber: '', trackingUrl: '' },
      signInUrl: `${appUrl}/my/sign-in/${token}`,
      brand: brandOf(shop, appUrl),
      wordings: ownTexts(wordings, locale),
    },
  };
}
