import { createHmac, randomInt } from 'node:crypto';
import type { SignedPost } from './stripe-signer';

type Charged = Readonly<{ number: string; amount: string }>;

/** What `x_SHA2_Hash` covers, in its order (Authorize.Net, Transaction Hash Upgrade Guide). */
const covered =
  'x_trans_id x_test_request x_response_code x_auth_code x_cvv2_resp_code x_cavv_response x_avs_code x_method x_account_number x_amount x_company x_first_name x_last_name x_address x_city x_state x_zip x_country x_phone x_fax x_email x_ship_to_company x_ship_to_first_name x_ship_to_last_name x_ship_to_address x_ship_to_city x_ship_to_state x_ship_to_zip x_ship_to_country x_invoice_num'.split(
    ' ',
  );

/** A Silent Post of an approved card payment, signed with the signature key of an account. */
export function signedSilentPost({ number, amount }: Charged, keyHex: string): SignedPost {
  const fields: Record<string, string> = {
    x_response_code: '1',
    x_response_reason_text: 'This transaction has been approved.',
    x_auth_code: 'Q7K2MZ',
    x_trans_id: String(randomInt(10 ** 10, 10 ** 11)),
    x_invoice_num: number,
    x_amount: amount,
    x_method: 'CC',
    x_type: 'auth_capture',
    x_account_number: 'XXXX1111',
    x_email: 'ada@example.com',
    x_test_request: 'false',
  };
  const signed = `^${covered.map((name) => fields[name] ?? '').join('^')}^`;
  const hash = createHmac('sha512', Buffer.from(keyHex, 'hex')).update(signed, 'latin1');
  const body = new URLSearchParams({ ...fields, x_SHA2_Hash: hash.digest('hex').toUpperCase() });
  return {
    body: body.toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  };
}
