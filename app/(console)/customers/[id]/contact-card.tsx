import { Card } from '#app/_ui/card';
import { PlainLink } from '#app/_ui/plain-link';
import type { CustomerPage } from '#server/customers/read-customer-page';

type Props = Readonly<{ page: CustomerPage }>;

export function ContactCard({ page: { customer, formerEmails } }: Props) {
  const { email, phone, locale } = customer;
  return (
    <Card title="Contact">
      <div className="wrap-anywhere grid gap-1">
        <p>
          <PlainLink href={`mailto:${email}`}>{email}</PlainLink>
        </p>
        {phone === null ? null : (
          <p>
            <PlainLink href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</PlainLink>
          </p>
        )}
        {locale === null ? null : <p className="text-ink-soft">Speaks {languageName(locale)}</p>}
        {formerEmails.length === 0 ? null : (
          <p className="text-ink-soft text-sm">Also orders as {formerEmails.join(', ')}</p>
        )}
      </div>
    </Card>
  );
}

function languageName(locale: string): string {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(locale) ?? locale;
  } catch {
    return locale;
  }
}
