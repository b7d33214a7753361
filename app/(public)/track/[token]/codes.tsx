import { Button } from '#app/_ui/button';
import { CopyText } from '#app/_ui/copy-text';
import type { CodesOfLine, PageCode } from '#server/tracking/view-digital';
import type { TrackingPage } from '#server/tracking/view-tracking-page';
import { trackingWords } from '#server/tracking/words/tracking-words';
import { copyWords } from '../copy-words';
import { Section } from './section';

type Props = Readonly<{ page: TrackingPage; token: string }>;

export function Codes({ page, token }: Props) {
  if (page.codes.length === 0) return null;
  const { say } = trackingWords(page.locale);
  return (
    <Section title={say('codes.title')} id="codes">
      <div className="grid grid-cols-1 gap-4">
        {page.codes.map((line) => (
          <LineCodes key={line.lineId} {...{ line, token }} locale={page.locale} />
        ))}
      </div>
    </Section>
  );
}

// Longer lists are shown as a whole: nobody presses fifty buttons.
const singleCodesMax = 12;

type LineProps = Readonly<{ line: CodesOfLine; token: string; locale: string }>;

export function LineCodes({ line, token, locale }: LineProps) {
  const { say } = trackingWords(locale);
  const count = line.codes.length;
  const masked = line.codes.filter(({ text }) => text === null).length;
  const areSingle = count <= singleCodesMax;
  return (
    <div className="overflow-clip rounded-lg border border-line">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 bg-wash px-4 py-3">
        <h3 dir="auto" className="wrap-anywhere min-w-0 font-medium">
          {line.name}
        </h3>
        {masked > 0 && (count > 1 || !areSingle) ? (
          <ShowForm token={token} what={{ name: 'line', value: line.lineId }}>
            {say('codes.showAll', { count })}
          </ShowForm>
        ) : null}
      </div>
      {areSingle || masked === 0 ? (
        <ul className="divide-y divide-line">
          {line.codes.map((code, index) => (
            <CodeRow key={code.id} {...{ code, token, locale }} position={index + 1} />
          ))}
        </ul>
      ) : (
        <p className="px-4 py-3 text-ink-soft">{say('codes.hidden', { count })}</p>
      )}
      {line.waiting > 0 ? (
        <p className="border-line border-t px-4 py-3 text-ink-soft">{waitingWords(line, locale)}</p>
      ) : null}
    </div>
  );
}

type RowProps = Readonly<{ code: PageCode; token: string; locale: string; position: number }>;

function CodeRow({ code, token, locale, position }: RowProps) {
  const { say } = trackingWords(locale);
  return (
    <li className="flex min-h-13 flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-2">
      {code.text === null ? (
        <>
          <span className="font-mono text-ink-soft">
            <span aria-hidden>•••• •••• ••••</span>
            <span className="sr-only">{say('codes.codeHidden', { position })}</span>
          </span>
          <ShowForm token={token} what={{ name: 'code', value: String(code.id) }}>
            {say('codes.show')}
            <span className="sr-only"> {say('copy.code', { position })}</span>
          </ShowForm>
        </>
      ) : (
        <CopyText
          text={code.text}
          what={say('copy.code', { position })}
          words={copyWords(locale)}
        />
      )}
    </li>
  );
}

type FormProps = Readonly<{
  token: string;
  what: Readonly<{ name: 'code' | 'line'; value: string }>;
  children: React.ReactNode;
}>;

/** Nothing is shown by opening an address: programs that read mail do that too. */
function ShowForm({ token, what, children }: FormProps) {
  return (
    <form method="post" action={`/track/${token}/show`} className="print:hidden">
      <input type="hidden" name={what.name} value={what.value} />
      <Button size="small" icon="eye">
        {children}
      </Button>
    </form>
  );
}

function waitingWords({ codes, waiting }: CodesOfLine, locale: string): string {
  const key = codes.length === 0 ? 'codes.lineFollows' : 'codes.moreFollow';
  return trackingWords(locale).say(key, { count: waiting });
}
