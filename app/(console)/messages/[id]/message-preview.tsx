import { Card } from '#app/_ui/card';
import { Disclosure } from '#app/_ui/disclosure';

type Props = Readonly<{ html: string; text: string; isSent: boolean }>;

/** The message in a frame of its own that may run nothing, load nothing and lead nowhere. */
export function MessagePreview({ html, text, isSent }: Props) {
  return (
    <>
      <Card title="As the customer sees it" aside="Codes and links to sign in are hidden." flush>
        <iframe
          title="The message as the customer sees it"
          sandbox=""
          srcDoc={leadingNowhere(html)}
          className="block h-[42rem] w-full border-line border-t bg-wash"
        />
      </Card>
      <Card title="As text" aside="For mail programs that show no layout.">
        <Disclosure summary="Show the text">
          <pre className="overflow-x-auto whitespace-pre-wrap break-words rounded-md border border-line bg-wash p-3 font-mono text-sm">
            {text}
          </pre>
        </Disclosure>
      </Card>
      {isSent ? (
        <p className="text-ink-soft text-sm">
          It is written anew from the order as it stands now: what was sent may have said something
          else, if the order has changed since.
        </p>
      ) : null}
    </>
  );
}

/** A link would open in the frame; one that wants a window of its own is stopped by the sandbox. */
function leadingNowhere(html: string): string {
  return html.replace(/<head>/i, '<head><base target="_blank">');
}
