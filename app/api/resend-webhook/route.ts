import { refuseMethod } from '#server/api/rest/refuse-method';
import { processContext } from '#server/context';
import { databaseFault } from '#server/database-fault';
import { type DeliveryVerdict, receiveDelivery } from '#server/mail/receive-delivery';
import { readBody } from '#server/read-body';

const bodyBytesMax = 262_144;

/** What Resend tells of the messages that it was given: delivered, came back, marked as spam. */
export async function POST(request: Request): Promise<Response> {
  const body = await readBody(request, bodyBytesMax);
  if (body === null) return say('The message is too large.', 413);
  try {
    const given = { body, headers: Object.fromEntries(request.headers) };
    return answerTo(await receiveDelivery(await processContext(), given));
  } catch (error) {
    if (databaseFault(error) === null) console.error(error);
    return say('Not taken. Send it again.', 503);
  }
}

/** Anything but 2xx makes Resend send it again, for hours. */
function answerTo(answer: DeliveryVerdict): Response {
  switch (answer.verdict) {
    case 'recorded':
    case 'ignored':
      return say('Taken.', 200);
    case 'malformed':
      return say('This is no JSON.', 400);
    case 'bad_signature':
      return say(answer.reason, 401);
    case 'not_configured':
      return say('RESEND_WEBHOOK_SECRET is not set, so no message can be proved.', 503);
    default:
      return answer satisfies never;
  }
}

function say(words: string, status: number): Response {
  return new Response(`${words}\n`, { status });
}

const refused = refuseMethod('POST');

export { refused as DELETE, refused as GET, refused as OPTIONS, refused as PATCH, refused as PUT };
