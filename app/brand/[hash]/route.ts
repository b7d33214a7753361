import { processContext } from '#server/context';
import { readLogo } from '#server/settings/read-logo';

type Given = Readonly<{ params: Promise<{ hash: string }> }>;

/** The shop's picture. Its address is made from its bytes, so what is there never changes. */
export async function GET(_: Request, { params }: Given): Promise<Response> {
  const { hash } = await params;
  const logo = /^[0-9a-f]{64}$/.test(hash) ? await readLogo(await processContext(), hash) : null;
  if (logo === null) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(logo.bytes), {
    headers: {
      'Content-Type': logo.type,
      'Content-Length': String(logo.bytes.length),
      'Cache-Control': 'public, max-age=31536000, immutable',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Resource-Policy': 'cross-origin',
    },
  });
}
