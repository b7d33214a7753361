import { publicApi } from '#server/api/caller';

type Given = Readonly<{ params: Promise<{ token: string }> }>;

/** What an open page asks now and then: the digest of what it would say now. */
export async function GET(_request: Request, { params }: Given): Promise<Response> {
  const { token } = await params;
  const api = await publicApi();
  const state = await api.tracking.state({ token: token.slice(0, tokenLengthMax) });
  if (state === null) return new Response(null, { status: 404 });
  return new Response(state, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
}

const tokenLengthMax = 100;
