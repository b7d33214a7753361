import { api } from '#server/api/caller';
import { orNotFound } from '#server/api/or-not-found';
import type { CommandPreview, TakeBackCommand } from '#server/orders/preview-command';
import type { CommandState } from '../../../_forms/command-state';
import { consoleSession } from '../../../console-session';
import { CommandPage } from './command-page';
import { consequencesOf } from './consequences';
import { type NumberParams, numberIn } from './number-params';
import { orderPath } from './order-path';
import { TakeBackForm, type TakeBackWords } from './take-back-form';

type Props = Readonly<{
  params: NumberParams;
  command: TakeBackCommand;
  /** The last part of the address. */
  place: string;
  title: (number: string) => string;
  words: TakeBackWords;
  action: (state: CommandState, form: FormData) => Promise<CommandState>;
  /** What the customer asked, where this does it. */
  requestId?: string;
}>;

/** A page that shows what will happen before it happens: the two round trips are here. */
export async function TakeBackPage(props: Props) {
  const { params, command, place, title, words, action, requestId } = props;
  const number = await numberIn(params);
  await consoleSession(orderPath(number, place));
  const preview = await previewOf(number, command, requestId);
  return (
    <CommandPage number={number} title={title(number)} refusal={preview.refusal}>
      <TakeBackForm
        action={action}
        number={preview.number}
        version={preview.version}
        requestId={requestId}
        words={words}
        consequences={consequencesOf(preview)}
        asksForStock={preview.products.some(({ isTracked }) => isTracked)}
        asksForMail={preview.mailTo !== null}
      />
    </CommandPage>
  );
}

async function previewOf(
  number: string,
  command: TakeBackCommand,
  requestId?: string,
): Promise<CommandPreview> {
  const { orders } = await api();
  return orNotFound(orders.preview({ number, command, requestId }));
}
