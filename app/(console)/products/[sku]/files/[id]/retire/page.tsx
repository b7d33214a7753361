import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageHeader } from '#app/_ui/page-header';
import { api } from '#server/api/caller';
import { orNotFound } from '#server/api/or-not-found';
import { consoleSession } from '../../../../../console-session';
import { productHref, retireHref } from '../../../../product-address';
import { readSku } from '../../../read-sku';
import { RetireForm } from './retire-form';

export const metadata: Metadata = { title: 'Retire a file' };

type Props = Readonly<{ params: Promise<Readonly<{ sku: string; id: string }>> }>;

export default async function RetirePage({ params }: Props) {
  const { sku: segment, id } = await params;
  const sku = readSku(segment);
  await consoleSession(retireHref(sku, id));
  const { products } = await api();
  const { product, files } = await orNotFound(products.page({ sku }));
  const file = files.find((one) => one.id === id && one.retiredAt === null);
  if (!file) notFound();
  const others = files.filter(
    (one) => one.id !== id && one.versions.some(({ isServed }) => isServed),
  ).length;
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={
          <>
            Retire <bdi>{file.name}</bdi>
          </>
        }
        back={{ href: productHref(sku), label: product.name }}
      />
      <RetireForm sku={sku} id={id} isLast={others === 0} />
    </div>
  );
}
