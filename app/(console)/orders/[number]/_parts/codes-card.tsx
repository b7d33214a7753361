import { Badge } from '#app/_ui/badge';
import { ButtonLink } from '#app/_ui/button-link';
import { Card } from '#app/_ui/card';
import { Disclosure } from '#app/_ui/disclosure';
import { Moment } from '#app/_ui/moment';
import type { Line } from '#domain/order';
import type { OrderPage } from '#server/orders/read-order-page';
import type { Clock } from './clock';
import { burnedWords, codeWords } from './code-words';
import { orderPath } from './order-path';
import { ShowCodeForm } from './show-code-form';

type Props = Readonly<{ page: OrderPage; clock: Clock; mayShow: boolean }>;

export function CodesCard({ page, clock, mayShow }: Props) {
  const { codes, order, permitted } = page;
  const waiting = order.lines.filter(({ codesWaiting }) => codesWaiting > 0);
  if (codes.length === 0 && waiting.length === 0) return null;
  const mayChange = mayShow && permitted.includes('replace_code');
  return (
    <Card title="Serial codes" aside={`${codes.length}`} flush>
      <ul className="divide-y divide-line border-line border-t">
        {codes.map((code, index) => (
          <li
            key={code.id}
            className="flex min-h-11 flex-wrap items-center gap-x-4 gap-y-1 px-(--card-pad) py-1.5"
          >
            <bdi className="min-w-0 basis-40 wrap-anywhere">{codeWords(page, code)}</bdi>
            {code.status === 'burned' ? (
              <Badge icon="circle-slash">{burnedWords(page, code)}</Badge>
            ) : (
              <ShowCodeForm
                number={order.number}
                codeId={code.id}
                what={`code ${index + 1}`}
                mayShow={mayShow && order.deletedAt === null}
              />
            )}
            {mayChange && code.status === 'handed_out' ? (
              <ButtonLink
                href={orderPath(order.number, `/codes/${code.id}`)}
                kind="quiet"
                size="small"
                className="print:hidden"
              >
                Replace<span className="sr-only"> code {index + 1}</span>
              </ButtonLink>
            ) : null}
            <span className="ms-auto text-ink-soft text-sm">
              {code.seenAt === null ? (
                'Nobody has seen it'
              ) : (
                <>
                  Seen <Moment at={code.seenAt} {...clock} show="short" />
                </>
              )}
            </span>
          </li>
        ))}
        {waiting.map((line) => (
          <Missing key={line.id} line={line} number={order.number} mayGive={mayChange} />
        ))}
      </ul>
      <Looks page={page} clock={clock} />
    </Card>
  );
}

function Looks({ page: { looks, codes }, clock }: Omit<Props, 'mayShow'>) {
  if (looks.length === 0) return null;
  return (
    <div className="border-line border-t px-(--card-pad) py-2 print:hidden">
      <Disclosure summary={`Looks at these codes: ${looks.length}`}>
        <ul className="grid gap-1 text-ink-soft">
          {looks.map((look) => (
            <li key={look.id}>
              <bdi>{look.actorName}</bdi> looked at code{' '}
              {codes.findIndex(({ id }) => id === look.codeId) + 1},{' '}
              <Moment at={look.at} {...clock} />
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}

type MissingProps = Readonly<{ line: Line; number: string; mayGive: boolean }>;

function Missing({ line: { id, name, codesWaiting }, number, mayGive }: MissingProps) {
  return (
    <li className="flex min-h-11 flex-wrap items-center gap-x-4 gap-y-1 px-(--card-pad) py-1.5">
      <bdi className="min-w-0 basis-40 wrap-anywhere">{name}</bdi>
      <Badge icon="hourglass" tone="warn">
        {codesWaiting === 1 ? 'One code is missing' : `${codesWaiting} codes are missing`}
      </Badge>
      {mayGive ? (
        <ButtonLink
          href={orderPath(number, `/give-code/${id}`)}
          kind="quiet"
          size="small"
          className="print:hidden"
        >
          Give one by hand
        </ButtonLink>
      ) : null}
    </li>
  );
}
