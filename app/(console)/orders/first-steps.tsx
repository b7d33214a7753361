import { Card } from '#app/_ui/card';
import { Icon, type IconName } from '#app/_ui/icon';
import { PageHeader } from '#app/_ui/page-header';
import { TextLink } from '#app/_ui/text-link';

/** The first screen of a shop without orders. */
export function FirstSteps({ shopName }: Readonly<{ shopName: string }>) {
  return (
    <>
      <PageHeader
        title={`Welcome to ${shopName}`}
        meta="Orders will be listed here, the newest on top. Begin wherever you like:"
      />
      <ol className="grid gap-4 sm:grid-cols-2">
        {steps.map((step) => (
          <li key={step.href} className="contents">
            <Card>
              <div className="flex gap-3">
                <span className="flex size-9 shrink-0 items-center justify-center rounded-full bg-accent-soft text-accent">
                  <Icon name={step.icon} size={18} />
                </span>
                <div>
                  <h2 className="font-semibold">{step.title}</h2>
                  <p className="mt-0.5 text-ink-soft">{step.why}</p>
                  <p className="mt-2">
                    <TextLink href={step.href}>{step.link}</TextLink>
                  </p>
                </div>
              </div>
            </Card>
          </li>
        ))}
      </ol>
    </>
  );
}

const steps: readonly Readonly<{
  title: string;
  why: string;
  link: string;
  href: string;
  icon: IconName;
}>[] = [
  {
    title: 'Add a product',
    why: 'Goods with stock, serial codes that are handed out on payment, or downloads.',
    link: 'Add a product',
    href: '/products/new',
    icon: 'package',
  },
  {
    title: 'Connect a payment account',
    why: 'The gateway’s callback marks orders as paid. Cheque, bank transfer and cash work too.',
    link: 'Set up payments',
    href: '/settings/payments',
    icon: 'credit-card',
  },
  {
    title: 'Connect your web shop',
    why: 'Any shop can place its orders here with an API key.',
    link: 'Make an API key',
    href: '/settings/api-keys',
    icon: 'webhook',
  },
  {
    title: 'Take an order by phone',
    why: 'Type it in yourself: customer, lines, shipping. Totals are worked out as you type.',
    link: 'Place an order',
    href: '/orders/new',
    icon: 'receipt-text',
  },
];
