import {
  type DiagnosedAccount,
  type Diagnosis,
  diagnoseAccount,
} from '#server/payments/diagnose-account';
import { gatewayCopy } from './gateways/gateway-copies';

type Account = Omit<DiagnosedAccount, 'secretName'> & Readonly<{ gateway: string }>;

/** What is wrong with an account, its secret called as the gateway calls it. */
export function diagnosisOf(account: Account): Diagnosis {
  const fields = gatewayCopy(account.gateway)?.fields ?? [];
  const label = fields.find(({ kind }) => kind === 'secret')?.label ?? 'Secret';
  return diagnoseAccount({ ...account, secretName: withinSentence(label) });
}

/** Abbreviations keep their capitals. */
function withinSentence(label: string): string {
  return label.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
}
