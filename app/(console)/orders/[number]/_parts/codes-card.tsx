import { Badge } from '#app/_ui/badge';
import { Card } from '#app/_ui/card';
import { Disclosure } from '#app/_ui/disclosure';
import { Moment } from '#app/_ui/moment';
import type { OrderCode, OrderPage } from '#server/orders/read-order-page';
import type { Clock } from './clock';
import { ShowCodeForm } from './show-code-form';

type Props = Readonly<{ page: OrderPage; clock: Clock; mayShow: boolean }>;

export function CodesCard({ page, clock, mayShow }: Props) {
  const { codes, order } = page;
  if (codes.length === 0) return null;
  return (
    <Card title="Serial codes" aside={`${codes.length}`} flush>
      <ul className="divide-y divide-line border-line border-t">
        {codes.map((code, index) => (
          <li
            key={code.id}
            className="flex min-h-11 flex-wrap items-center gap-x-4 gap-y-1 px-(--card-pad) py-1.5"
          >
            <span className="min-w-0 basis-40 wrap-anywhere">{productName(page, code)}</span>
            {code.status === 'burned' ? (
              <Badge icon="circle-slash">Burned by a roll back</Badge>
            ) : (
              <ShowCodeForm
                number={order.number}
                codeId={code.id}
                what={`code ${index + 1}`}
                mayShow={mayShow && order.deletedAt === null}
              />
            )}
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

function productName({ order }: OrderPage, { productId }: OrderCode) {
  return <bdi>{order.lines.find((line) => line.productId === productId)?.name ?? 'Product'}</bdi>;
}
