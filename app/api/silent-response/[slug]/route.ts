import { refuseMethod } from '#server/api/rest/refuse-method';
import { processContext } from '#server/context';
import { notFound } from '#server/errors';
import { answerDelivery, deliveryFailure } from '#server/payments/answer-delivery';
import { hasPaymentAccount } from '#server/payments/has-payment-account';

type Params = Readonly<{ params: Promise<{ slug: string }> }>;

/** Control panels of gateways look whether the address answers; a mistyped one must not. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  const { slug } = await params;
  try {
    if (!(await hasPaymentAccount(await processContext(), slug))) throw notFound('The address');
    return new Response('This address takes the messages of a payment gateway.\n');
  } catch (error) {
    return deliveryFailure(error);
  }
}

export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { slug } = await params;
  return answerDelivery(processContext, slug, request);
}

const refused = refuseMethod('GET', 'POST');

export { refused as DELETE, refused as OPTIONS, refused as PATCH, refused as PUT };
