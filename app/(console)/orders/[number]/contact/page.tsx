import type { Metadata } from 'next';
import { CommandPage } from '../_parts/command-page';
import type { NumberParams } from '../_parts/number-params';
import { readOrder } from '../_parts/read-order';
import { ContactForm } from './contact-form';

export const metadata: Metadata = { title: 'Correct the contact' };

export default async function ContactPage({ params }: Readonly<{ params: NumberParams }>) {
  const { page } = await readOrder(params, '/contact');
  const { order, refusals } = page;
  return (
    <CommandPage
      number={order.number}
      title={`Correct the contact of order ${order.number}`}
      meta="Changes this order only."
      refusal={refusals.correct_contact ?? null}
    >
      <ContactForm number={order.number} customer={order.customer} />
    </CommandPage>
  );
}
