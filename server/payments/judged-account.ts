import type { Gateway } from './gateways/gateway';
import { findGateway } from './gateways/registry';
import type { AccountRow } from './payment-account';

type Told = Pick<
  Required<Gateway>,
  'refundsAreTotals' | 'returnsNamePayment' | 'returnsAreUnproved' | 'tellsLive' | 'amountIsAgreed'
>;

/** An account with what judging has to know of its gateway's messages. */
export type JudgedAccount = Pick<AccountRow, 'slug' | 'gateway' | 'live'> & Told;

/** The account as it is judged by; a gateway that is no more is taken at its most careful. */
export function judgedAccount({
  slug,
  gateway,
  live,
}: Pick<AccountRow, 'slug' | 'gateway' | 'live'>): JudgedAccount {
  const {
    refundsAreTotals = true,
    returnsNamePayment = false,
    returnsAreUnproved = false,
    tellsLive = false,
    amountIsAgreed = false,
  } = findGateway(gateway) ?? {};
  return {
    ...{ slug, gateway, live, refundsAreTotals, returnsNamePayment },
    ...{ returnsAreUnproved, tellsLive, amountIsAgreed },
  };
}
