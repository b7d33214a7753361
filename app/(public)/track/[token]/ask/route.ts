import { TRPCError } from '@trpc/server';
import { ZodError } from 'zod';
import { offlineMethods } from '#domain/vocabulary';
import { publicApi } from '#server/api/caller';
import { readForm } from '#server/api/read-form';
import { refuseCrossSite } from '#server/api/refuse-cross-site';
import type { Api } from '#server/api/root';
import { fieldFaults } from '#server/field-faults';
import { seeOther } from '../../../see-other';
import { addressFields } from '../address/address-fields';
import { keepForm } from '../kept-form';
import { trackHref } from '../read-own-page';

type Given = Readonly<{ params: Promise<{ token: string }> }>;

/** One thing that these forms ask: how it is done, and where its form stands. */
type Ask = Readonly<{
  run: (tracking: Api['tracking'], token: string, form: FormData) => Promise<void>;
  page: string;
  done: string;
}>;

const asks: Readonly<Record<string, Ask>> = {
  cancel: {
    run: (tracking, token, form) => tracking.askToCancel({ token, reason: text(form, 'text') }),
    page: '/cancel',
    done: '?done=asked#change',
  },
  'not-received': {
    run: (tracking, token, form) => tracking.reportNotReceived({ token, text: text(form, 'text') }),
    page: '/not-received',
    done: '?done=asked#change',
  },
  address: {
    run: (tracking, token, form) => tracking.correctOwnAddress({ token, ...addressIn(form) }),
    page: '/address',
    done: '?done=address#change',
  },
  withdraw: {
    run: (tracking, token, form) =>
      tracking.withdrawRequest({ token, requestId: text(form, 'request') }),
    page: '#change',
    done: '?done=withdrawn#change',
  },
  method: {
    run: async (tracking, token, form) => {
      const method = offlineMethods.find((known) => known === text(form, 'method'));
      if (method) await tracking.choosePaymentMethod({ token, method });
    },
    page: '',
    done: '',
  },
};

/**
 * The forms of a customer. Under no-referrer a browser sends no origin with a form, so they come
 * here instead of to server actions.
 */
export async function POST(request: Request, { params }: Given): Promise<Response> {
  const refused = refuseCrossSite(request);
  if (refused) return refused;
  const { token } = await params;
  const form = (await readForm(request)) ?? new FormData();
  const what = text(form, 'what');
  const ask = Object.hasOwn(asks, what) ? asks[what] : undefined;
  if (!ask) return seeOther(trackHref(token));
  const { tracking } = await publicApi();
  try {
    await ask.run(tracking, token, form);
  } catch (error) {
    return seeOther(trackHref(token, await whereFaultsAre(error, { ask, token, form })));
  }
  return seeOther(trackHref(token, ask.done));
}

type Asked = Readonly<{ ask: Ask; token: string; form: FormData }>;

/** What stands in the way by now is said by the page of the form; so is what was typed wrong. */
async function whereFaultsAre(error: unknown, { ask, token, form }: Asked): Promise<string> {
  const { code, cause } = error instanceof TRPCError ? error : { code: null, cause: error };
  switch (code) {
    case 'NOT_FOUND':
      return '';
    case 'PRECONDITION_FAILED':
      return ask.page;
    case 'TOO_MANY_REQUESTS':
      return '?done=wait#change';
    default:
      break;
  }
  if (!(cause instanceof ZodError)) throw error;
  const names = Object.keys(fieldFaults(cause)).map((path) => path.split('.').at(-1));
  await keepForm(token, typedIn(form));
  return `${ask.page}?fault=${names.join('.')}`;
}

function typedIn(form: FormData): Readonly<Record<string, string>> {
  return Object.fromEntries([...form.keys()].map((name) => [name, text(form, name)]));
}

function addressIn(form: FormData) {
  const parts = addressFields.map((name) => [name, text(form, name)]);
  return { address: Object.fromEntries(parts) };
}

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.slice(0, lengthMax).replace(/\r\n/g, '\n').trim() : '';
}

const lengthMax = 1000;
