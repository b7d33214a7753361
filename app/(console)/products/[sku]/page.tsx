import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Card } from '#app/_ui/card';
import { CodeText } from '#app/_ui/code-text';
import { Money } from '#app/_ui/money';
import { Notice } from '#app/_ui/notice';
import { PageGrid } from '#app/_ui/page-grid';
import { PageHeader } from '#app/_ui/page-header';
import { StatusBadge } from '#app/_ui/status-badge';
import { api } from '#server/api/caller';
import { orNotFound } from '#server/api/or-not-found';
import type { ProductPage } from '#server/catalog/read-product-page';
import { currencyChoices } from '#server/settings/shop-choices';
import { consoleSession } from '../../console-session';
import { type Cursors, productHref, readText, type SearchParams } from '../product-address';
import { valuesOf } from '../product-values';
import { EditProductForm } from './edit-product-form';
import { FilesCard } from './files-card';
import { MovementsCard } from './movements-card';
import { PoolCards } from './pool-cards';
import { readSku } from './read-sku';
import { StockCard } from './stock-card';

export const metadata: Metadata = { title: 'Product' };

type Props = Readonly<{
  params: Promise<Readonly<{ sku: string }>>;
  searchParams: Promise<SearchParams>;
}>;

export default async function ProductRoute({ params, searchParams }: Props) {
  const sku = readSku((await params).sku);
  const asked = await searchParams;
  const cursors = { moves: readText(asked.moves, 1000), codes: readText(asked.codes, 1000) };
  const { shop, nowMs } = await consoleSession(productHref(sku));
  const page = await readPage(sku, cursors);
  const { product, terms, codes, movements, files } = page;
  const shown = { sku, cursors, nowMs, timeZone: shop.timeZone };
  const isKindOpen = product.sold === 0 && codes.data.length === 0 && files.length === 0;
  return (
    <>
      <Header product={product} />
      <PageGrid
        aside={
          <Card title="Details" id="details" className="md:max-xl:[column-span:all]">
            <EditProductForm
              saved={valuesOf(product, terms)}
              currencies={currencyChoices()}
              isKindOpen={isKindOpen}
              shopTerms={shop}
            />
          </Card>
        }
      >
        {asked.done === 'created' ? <Created product={product} /> : null}
        {product.kind === 'codes' ? <PoolCards page={page} {...shown} /> : null}
        {product.kind === 'file' ? <FilesCard files={files} {...shown} /> : null}
        {product.kind === 'physical' ? <StockCard product={product} /> : null}
        <MovementsCard product={product} movements={movements} {...shown} />
      </PageGrid>
    </>
  );
}

/** A cursor that somebody made up leads to the first page. */
async function readPage(sku: string, { moves, codes }: Cursors): Promise<ProductPage> {
  const { products } = await api();
  try {
    const asked = { sku, movementsCursor: moves, codesCursor: codes };
    return await orNotFound(products.page(asked));
  } catch (error) {
    const isCursorWrong = error instanceof Error && 'code' in error && error.code === 'BAD_REQUEST';
    if (!isCursorWrong) throw error;
    redirect(productHref(sku));
  }
}

type ProductProps = Readonly<{ product: ProductPage['product'] }>;

function Header({ product: { name, sku, kind, price, currency, sold } }: ProductProps) {
  return (
    <PageHeader
      title={<bdi>{name}</bdi>}
      back={{ href: '/products', label: 'Products' }}
      badges={<StatusBadge kind="product" value={kind} />}
      meta={
        <span className="flex flex-wrap gap-x-3">
          <CodeText>{sku}</CodeText>
          <Money minor={price} currency={currency} />
          <span>{sold.toLocaleString('en')} sold</span>
        </span>
      }
    />
  );
}

function Created({ product: { kind, name } }: ProductProps) {
  const next = {
    physical: 'It can be ordered from now on.',
    codes: 'Now fill its pool: paste the codes that paid orders will get.',
    file: 'Now upload the file that its buyers will get.',
  } as const;
  return (
    <div role="status">
      <Notice
        tone="good"
        title={
          <>
            <bdi>{name}</bdi> is saved
          </>
        }
      >
        {next[kind]}
      </Notice>
    </div>
  );
}
