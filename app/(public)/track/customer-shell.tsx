import type { ReactNode } from 'react';
import { PublicShell } from '#app/_ui/public-shell';
import { inkOf } from '#domain/colour';
import type { ShopFace } from '#server/tracking/read-shop-face';
import { trackingWords } from '#server/tracking/words/tracking-words';

type Props = Readonly<{
  shop: ShopFace;
  locale: string;
  width: 'form' | 'page';
  children: ReactNode;
}>;

/** A page of the shop for its customers: its picture, its colour, its words at the foot. */
export function CustomerShell({ shop, locale, width, children }: Props) {
  const { say } = trackingWords(locale);
  return (
    <PublicShell
      shopName={shop.name}
      logoUrl={shop.logo === null ? null : `/brand/${shop.logo}`}
      width={width}
      locale={locale}
      footer={
        <div className="grid gap-2">
          {[shop.footer, shop.postalAddress]
            .filter((words) => words !== '')
            .map((words) => (
              <p key={words} dir="auto" className="wrap-anywhere whitespace-pre-line">
                {words}
              </p>
            ))}
          <p>{say('page.foot')}</p>
        </div>
      }
    >
      {shop.accent === null ? null : <style>{sheetOf(shop.accent)}</style>}
      {children}
    </PublicShell>
  );
}

function sheetOf(accent: NonNullable<ShopFace['accent']>): string {
  const { light, dark } = inkOf(accent);
  const soft = `color-mix(in oklab,${accent} 12%,var(--color-surface))`;
  const fill = `--color-accent-fill:${accent};--color-accent-fill-strong:${accent};--color-accent-soft:${soft};`;
  return `:root{${fill}--color-accent:${light};--color-accent-strong:${light}}
@media screen and (prefers-color-scheme:dark){:root{${fill}--color-accent:${dark};--color-accent-strong:${dark}}}`;
}
