import type { ReactNode } from 'react';
import { Card } from '#app/_ui/card';
import { Disclosure } from '#app/_ui/disclosure';
import { TextLink } from '#app/_ui/text-link';
import type { CallbackPage } from '#server/payments/read-callback-page';
import type { ShownBody } from '#server/payments/show-body';

/** What came in, as it was kept: masked, laid out for reading, raw behind a click. */
export function CallbackMessage({ page }: Readonly<{ page: CallbackPage }>) {
  const { callback, body } = page;
  return (
    <Card title="What was sent" aside="Card numbers and secrets are hidden.">
      <div className="grid gap-3">
        {body === null ? <NoBody callback={callback} /> : <Body body={body} />}
        <Headers headers={callback.headers} />
      </div>
    </Card>
  );
}

function Headers({ headers }: Pick<CallbackPage['callback'], 'headers'>) {
  const pairs = Object.entries(headers).map(([name, value]) => ({ name, value }));
  if (pairs.length === 0) return null;
  return (
    <Disclosure summary="Headers">
      <Pairs label="Headers" pairs={pairs} />
    </Disclosure>
  );
}

/** What comes in has headers: without any, it was removed when it had grown old. */
function NoBody({ callback: { duplicateOf, headers } }: Pick<CallbackPage, 'callback'>) {
  if (Object.keys(headers).length === 0) {
    return (
      <p className="text-ink-soft">
        The message was removed because of its age. What it said about the payment stays.
      </p>
    );
  }
  if (duplicateOf === null) {
    return <p className="text-ink-soft">The message was too large and was not kept.</p>;
  }
  return (
    <p className="text-ink-soft">
      The same, byte for byte, as{' '}
      <TextLink href={`/inbox/${duplicateOf}`}>the first delivery</TextLink>, where it is kept.
    </p>
  );
}

function Body({ body }: Readonly<{ body: ShownBody }>) {
  if (body.text === '') return <p className="text-ink-soft">The message was empty.</p>;
  if (body.kind !== 'form') return <Raw label="Message" {...body} />;
  return (
    <>
      <Pairs label="Fields of the message" pairs={body.fields} />
      {body.left > 0 ? <p className="text-ink-soft">And {body.left} fields more.</p> : null}
      <Disclosure summary="As it was sent">
        <Raw label="Message as it was sent" {...body} wrap />
      </Disclosure>
    </>
  );
}

type RawProps = Readonly<{ label: string; text: string; isCut: boolean; wrap?: boolean }>;

function Raw({ label, text, isCut, wrap }: RawProps) {
  return (
    <>
      <Scrolling label={label}>
        <pre
          className={`p-3 font-mono text-sm ${wrap ? 'whitespace-pre-wrap break-all' : 'w-max min-w-full'}`}
        >
          {text}
        </pre>
      </Scrolling>
      {isCut ? <p className="text-ink-soft">It goes on; this is the beginning.</p> : null}
    </>
  );
}

type PairsProps = Readonly<{
  label: string;
  pairs: readonly Readonly<{ name: string; value: string }>[];
}>;

function Pairs({ label, pairs }: PairsProps) {
  return (
    <Scrolling label={label}>
      <dl className="grid font-mono text-sm sm:grid-cols-[fit-content(16rem)_minmax(0,1fr)]">
        {pairs.map(({ name, value }, index) => (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: a field may come twice, and the list never changes
            key={index}
            className="grid border-line px-3 py-1 not-last:border-b sm:col-span-2 sm:grid-cols-subgrid sm:gap-x-4"
          >
            <dt className="break-all text-ink-soft">{name}</dt>
            <dd className="min-w-0 break-all">{value}</dd>
          </div>
        ))}
      </dl>
    </Scrolling>
  );
}

/** What scrolls has to be reachable by keyboard. */
function Scrolling({ label, children }: Readonly<{ label: string; children: ReactNode }>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a section in a section would be a landmark too many
    <div
      role="group"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls it
      tabIndex={0}
      className="max-h-120 overflow-auto rounded-md border border-line bg-wash"
    >
      {children}
    </div>
  );
}
