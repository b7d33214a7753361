import type { Gateway } from './gateways/gateway';
import { findGateway } from './gateways/registry';
import type { AccountRow } from './payment-account';

type Told = Pick<
  Required<Gateway>,
  'returnsNamePayment' | 'returnsAreUnproved' | 'tellsLive' | 'amountIsAgreed'
> &
  Readonly<{ refundsAreTotals: boolean }>;

/** An account with what judging has to know of its gateway's messages. */
export type JudgedAccount = Pick<AccountRow, 'slug' | 'gateway' | 'live'> & Told;

/** The account as it is judged by; a gateway that is no more is taken at its most careful. */
export function judgedAccount({
  slug,
  gateway,
  live,
  config,
}: Pick<AccountRow, 'slug' | 'gateway' | 'live' | 'config'>): JudgedAccount {
  const {
    refundsAreTotals: told = true,
    returnsNamePayment = false,
    returnsAreUnproved = false,
    tellsLive = false,
    amountIsAgreed = false,
  } = findGateway(gateway) ?? {};
  const refundsAreTotals = typeof told === 'boolean' ? told : told(config);
  return {
    ...{ slug, gateway, live, refundsAreTotals, returnsNamePayment },
    ...{ returnsAreUnproved, tellsLive, amountIsAgreed },
  };
}
