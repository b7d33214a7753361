import { headers } from 'next/headers';
import { acceptedLocale } from '#domain/language';
import { publicApi } from '#server/api/caller';
import type { WhyGone } from '#server/downloads/serve-download';
import type { ShopFace } from '#server/tracking/read-shop-face';
import { type TrackingSay, trackingWords } from '#server/tracking/words/tracking-words';
import { wayBack } from './way-back';

type Fault = Readonly<{
  /** What stands in the address. */
  link: string;
  status: 404 | 410 | 503;
  why: WhyGone | 'unknown' | 'unavailable';
}>;

const words = {
  unknown: ['ended.unknownTitle', 'ended.unknownWords'],
  too_late: ['ended.lateTitle', 'ended.lateWords'],
  sent_already: ['ended.sentTitle', 'ended.sentWords'],
  taken_back: ['ended.closedTitle', 'ended.closedWords'],
  withdrawn: ['ended.withdrawnTitle', 'ended.withdrawnWords'],
  unavailable: ['ended.brokenTitle', 'ended.brokenWords'],
} as const satisfies Record<
  Fault['why'],
  readonly [title: Parameters<TrackingSay>[0], text: Parameters<TrackingSay>[0]]
>;

/** A page of a few words: whoever waits for a file has no page of ours open. */
export async function downloadFault({ link, status, why }: Fault): Promise<Response> {
  const [{ shop, locale }, given] = await Promise.all([faceFor(why, link), headers()]);
  const known = locale ?? acceptedLocale(given.get('accept-language'), shop?.language ?? 'en');
  const { say, direction } = trackingWords(known);
  const [title, text] = words[why];
  const html = `<!doctype html><html lang="${known}" dir="${direction}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${say(title)}</title><style>${look}${shop === null ? '' : colourOf(shop)}</style>${shop === null ? '' : `<header>${nameOf(shop)}</header>`}<main><h1>${say(title)}</h1><p>${say(text)}</p><p><a href="${await wayBack()}">${say('ended.back')}</a></p></main></html>`;
  return new Response(html, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      ...(status === 503 && { 'retry-after': '60' }),
    },
  });
}

/** Where something is wrong on our side already, the database is asked for nothing more. */
async function faceFor(why: Fault['why'], link: string): Promise<Face> {
  if (why === 'unavailable') return { shop: null, locale: null };
  return (await publicApi()).tracking.downloadFace({ link });
}

type Face = Readonly<{ shop: ShopFace | null; locale: string | null }>;

function nameOf({ name, logo }: ShopFace): string {
  const text = asText(name);
  return logo === null ? `<p>${text}</p>` : `<img src="/brand/${logo}" alt="${text}">`;
}

function asText(words: string): string {
  return words.replace(/[&<>"]/g, (sign) => entities[sign as keyof typeof entities]);
}

const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' } as const;

function colourOf({ accent }: ShopFace): string {
  return accent === null ? '' : `a{background:${accent}}`;
}

/** Like the pages of the customers, whose sheet is not loaded for so little. */
const look = `:root{color-scheme:light dark;--paper:#fff;--line:#e2e1df;--desk:#f8f8f7;--ink:#1c1b19;--soft:#5b5955}
@media(prefers-color-scheme:dark){:root{--paper:#1a1917;--line:#33322f;--desk:#12110f;--ink:#eae9e7;--soft:#aeaca8}img{background:#fff;padding:4px}}
body{margin:0 auto;max-width:26rem;padding:2rem 1rem;font:16px/1.5 system-ui,sans-serif;background:var(--desk);color:var(--ink)}
header p{margin:0 0 1.25rem;font-weight:600}img{max-width:100%;max-height:48px;border-radius:4px;margin-bottom:1.25rem}
main{background:var(--paper);border:1px solid var(--line);border-radius:10px;padding:1.5rem}
h1{margin:0;font-size:1.375rem;line-height:1.3}main p{margin:.75rem 0 0;color:var(--soft)}
a{display:inline-block;margin-top:.5rem;padding:.5rem 1rem;border-radius:6px;background:#2a4bb0;color:#fff;text-decoration:none;font-weight:500}a:focus-visible{outline:2px solid var(--ink);outline-offset:2px}`;
