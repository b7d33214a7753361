import { readBody } from '#server/read-body';

/** More than the longest form of a customer comes to, in any script. */
const formBytesMax = 65_536;

/**
 * The fields of a form that anybody may send, or null for what is none. Of a body that is too long
 * nothing more is read: a stranger is not to fill the memory of the server.
 */
export async function readForm(request: Request): Promise<FormData | null> {
  try {
    const body = await readBody(request, formBytesMax);
    const headers = { 'content-type': request.headers.get('content-type') ?? '' };
    return body && (await new Response(body, { headers }).formData());
  } catch {
    return null;
  }
}
