import type { WhyGone } from '#server/downloads/serve-download';
import { wayBack } from './way-back';

type Fault = WhyGone | 'unknown' | 'unavailable';

const words: Readonly<Record<Fault, readonly [title: string, text: string]>> = {
  unknown: [
    'There is no such download',
    'The address is not complete, or was never one of ours. Open the page of your order and press Download there.',
  ],
  too_late: [
    'This address has run out',
    'Addresses of downloads hold for a short time only. Press Download on the page of your order once more.',
  ],
  sent_already: [
    'This download is used up',
    'The file was sent in full from this address. Press Download on the page of your order once more.',
  ],
  taken_back: [
    'This download is no longer open',
    'The page of your order says what you can download now.',
  ],
  withdrawn: [
    'This file is no longer kept',
    'The page of your order says what you can download now. This try does not count.',
  ],
  unavailable: [
    'The file cannot be sent just now',
    'Something is wrong on our side, and this try does not count. Please press Download again in a while.',
  ],
};

const linkWords = 'Back to your order';

/** A page of a few words: whoever waits for a file has no page of ours open. */
export async function downloadFault(status: 404 | 410 | 503, fault: Fault): Promise<Response> {
  const [title, text] = words[fault];
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${look}</style><main><h1>${title}</h1><p>${text}</p><p><a href="${await wayBack()}">${linkWords}</a></p></main></html>`;
  return new Response(html, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      ...(status === 503 && { 'retry-after': '60' }),
    },
  });
}

const look =
  ':root{color-scheme:light dark}body{margin:0;font:16px/1.5 system-ui,sans-serif}main{max-width:32rem;margin:0 auto;padding:15vh 1.5rem}h1{font-size:1.5rem;line-height:1.25}';
