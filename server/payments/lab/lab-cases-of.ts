import { isCurrency } from '#domain/currency';
import type { GatewayAccount } from '../gateways/gateway';
import { findGateway } from '../gateways/registry';
import { findSigner } from '../gateways/samples/sample-signers';
import { type LabCase, labCases, messagesOf } from './lab-cases';

/**
 * The cases that can be tried out with an account: not those about what messages of its gateway
 * leave out. None where only the gateway can sign them, or the account lacks what it takes.
 */
export function labCasesOf(gateway: string, account: GatewayAccount): readonly LabCase[] {
  const sign = findSigner(gateway);
  if (sign === null) return [];
  const currency = account.currency ?? '';
  const subject = { ...anySubject, currency: isCurrency(currency) ? currency : 'EUR' } as const;
  return labCases.filter(
    (which) => isTold(which, gateway) && messagesOf(which, { subject, account, sign }) !== null,
  );
}

const anySubject = {
  orderNumber: 'SAMPLE-1',
  amountMinor: 10_000,
  reference: '0',
  atMs: 0,
} as const;

/** Where messages leave it out, one with another amount or currency is like any other. */
function isTold(which: LabCase, gateway: string): boolean {
  const { namesNoCurrency = false, amountIsAgreed = false } = findGateway(gateway) ?? {};
  if (which === 'wrong_amount') return !amountIsAgreed;
  return which !== 'wrong_currency' || !(amountIsAgreed || namesNoCurrency);
}
