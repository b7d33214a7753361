import { Button } from '#app/_ui/button';
import { Field } from '#app/_ui/field';
import { FormStack } from '#app/_ui/form-layout';
import { Icon, type IconName } from '#app/_ui/icon';
import { PlainLink } from '#app/_ui/plain-link';
import { PublicShell } from '#app/_ui/public-shell';
import { TicketCard } from '#app/_ui/ticket-card';
import { publicApi } from '#server/api/caller';
import { type Typed, typedBefore } from './typed';

type Props = Readonly<{ searchParams: Promise<Record<string, string | string[] | undefined>> }>;

/** For whoever has lost the link: it is sent anew, to the address that the order was placed with. */
export default async function FindOrderPage({ searchParams }: Props) {
  const [api, { sent, wait, fault }] = await Promise.all([publicApi(), searchParams]);
  return (
    <PublicShell shopName={await api.tracking.shopName()} width="form">
      {sent !== undefined ? <Sent /> : wait !== undefined ? <Wait minutes={Number(wait)} /> : null}
      {sent === undefined && wait === undefined ? (
        <FindForm faults={String(fault ?? '').split('.')} typed={await typedFor(fault)} />
      ) : null}
    </PublicShell>
  );
}

async function typedFor(fault: unknown): Promise<Typed> {
  return fault === undefined ? { number: '', email: '' } : typedBefore();
}

function FindForm({ faults, typed }: Readonly<{ faults: readonly string[]; typed: Typed }>) {
  return (
    <TicketCard
      stub={
        <>
          <h1 className="font-semibold text-2xl tracking-tight">Where is my order?</h1>
          <p className="mt-2 mb-1 text-ink-soft">
            Enter the two things below and we send you the link to your order.
          </p>
        </>
      }
    >
      <form method="post" action="/track/send" noValidate>
        <FormStack className="pt-1 pb-1">
          <Field
            label="Order number"
            name="number"
            defaultValue={typed.number}
            hint="It is in every message we sent you about the order."
            error={faults.includes('number') ? 'Enter your order number, such as 1001.' : undefined}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            maxLength={100}
            autoFocus={faults.includes('number')}
            required
          />
          <Field
            label="E-mail address"
            name="email"
            type="email"
            defaultValue={typed.email}
            error={
              faults.includes('email')
                ? 'Enter the e-mail address of the order, such as ada@example.com.'
                : undefined
            }
            autoComplete="email"
            maxLength={254}
            autoFocus={faults.includes('email') && !faults.includes('number')}
            required
          />
          <Button kind="primary" className="w-full">
            Send me the link
          </Button>
        </FormStack>
      </form>
    </TicketCard>
  );
}

function Sent() {
  return (
    <Told icon="mail-check" title="Check your e-mail">
      <p>If the two belong together, we have just sent the link to that address.</p>
      <p className="mt-2">
        Nothing there after a few minutes? Look in the folder for unwanted mail, or{' '}
        <PlainLink href="/track">try another number or address</PlainLink>. The same link is sent
        once in ten minutes.
      </p>
    </Told>
  );
}

function Wait({ minutes }: Readonly<{ minutes: number }>) {
  return (
    <Told icon="hourglass" title="Too many tries">
      <p>
        Wait {waitWords(minutes)}, then <PlainLink href="/track">try again</PlainLink>. Your order
        is not affected.
      </p>
    </Told>
  );
}

function waitWords(minutes: number): string {
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > 60) return 'a quarter of an hour';
  return minutes === 1 ? 'a minute' : `${minutes} minutes`;
}

type ToldProps = Readonly<{ icon: IconName; title: string; children: React.ReactNode }>;

function Told({ icon, title, children }: ToldProps) {
  return (
    <TicketCard
      stub={
        <div className="flex items-center gap-3 pb-1">
          <Icon name={icon} size={24} className="shrink-0 text-accent" />
          <h1 className="font-semibold text-xl tracking-tight">{title}</h1>
        </div>
      }
    >
      <div className="py-1">{children}</div>
    </TicketCard>
  );
}
