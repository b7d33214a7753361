import type { ReactNode } from 'react';
import { Card } from '#app/_ui/card';
import { Disclosure } from '#app/_ui/disclosure';
import { Icon, type IconName } from '#app/_ui/icon';
import { TextLink } from '#app/_ui/text-link';
import type { OrderPage } from '#server/orders/read-order-page';
import { HoldForm } from './hold-form';
import { orderPath } from './order-path';

/** The rarer steps, and why those that a person might look for are not possible now. */
export function OtherCommands({ page }: Readonly<{ page: OrderPage }>) {
  const { order, permitted, refusals } = page;
  const { number } = order;
  const waits = whyNot.filter(({ command }) => isTelling(page, command));
  return (
    <Card title="Other steps" className="print:hidden">
      <ul className="grid gap-2">
        {permitted.includes('hold') ? (
          <li>
            <Disclosure summary="Put on hold…">
              <HoldForm number={number} />
            </Disclosure>
          </li>
        ) : null}
        {permitted.includes('roll_back') ? (
          <Step href={orderPath(number, '/roll-back')} icon="rotate-ccw">
            Roll back…
          </Step>
        ) : null}
        {permitted.includes('cancel') ? (
          <Step href={orderPath(number, '/cancel')} icon="circle-slash">
            Cancel…
          </Step>
        ) : null}
        {permitted.includes('delete') ? (
          <Step href={orderPath(number, '/delete')} icon="trash-2">
            Delete…
          </Step>
        ) : null}
      </ul>
      {waits.length === 0 ? null : (
        <ul className="mt-3 grid gap-2 border-line border-t pt-3 text-ink-soft text-sm">
          {waits.map(({ command, label }) => (
            <li key={command}>
              <span className="font-medium">{label}:</span> {refusals[command]?.reason}{' '}
              {refusals[command]?.remedy}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

type Told = 'ship' | 'deliver' | 'roll_back' | 'cancel';

const whyNot: readonly Readonly<{ command: Told; label: string }>[] = [
  { command: 'ship', label: 'Ship' },
  { command: 'deliver', label: 'Mark delivered' },
  { command: 'roll_back', label: 'Roll back' },
  { command: 'cancel', label: 'Cancel' },
];

/** A refusal is worth a line where the command belongs to this part of the order's life. */
function isTelling({ refusals, standing, order }: OrderPage, command: Told): boolean {
  if (refusals[command] === undefined || order.cancelledAt !== null) return false;
  const isOpen = standing.status === 'pending' || standing.status === 'paid';
  switch (command) {
    case 'ship':
      return isOpen && order.lines.some(({ kind }) => kind === 'physical');
    case 'deliver':
      return standing.status === 'paid';
    case 'roll_back':
      return standing.status === 'pending';
    case 'cancel':
      return true;
    default:
      return command satisfies never;
  }
}

type StepProps = Readonly<{ href: string; icon: IconName; children: ReactNode }>;

function Step({ href, icon, children }: StepProps) {
  return (
    <li className="flex items-center gap-1.5">
      <Icon name={icon} size={14} className="text-ink-soft" />
      <TextLink href={href}>{children}</TextLink>
    </li>
  );
}
