import { handleRest } from '#server/api/rest/handle-rest';
import { processContext } from '#server/context';

async function handle(request: Request): Promise<Response> {
  return handleRest(await processContext(), request);
}

export {
  handle as DELETE,
  handle as GET,
  handle as HEAD,
  handle as OPTIONS,
  handle as PATCH,
  handle as POST,
  handle as PUT,
};
