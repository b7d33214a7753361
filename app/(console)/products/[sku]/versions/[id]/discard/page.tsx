import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ButtonLink } from '#app/_ui/button-link';
import type { Consequence } from '#app/_ui/confirm-panel';
import { fileSize } from '#app/_ui/file-size';
import { Notice } from '#app/_ui/notice';
import { PageHeader } from '#app/_ui/page-header';
import { api } from '#server/api/caller';
import { orNotFound } from '#server/api/or-not-found';
import type { FileVersionView, ProductFile } from '#server/files/product-files';
import { ConfirmForm } from '../../../../../_forms/confirm-form';
import { consoleSession } from '../../../../../console-session';
import { discardHref, productHref } from '../../../../product-address';
import { discardVersionAction } from '../../../file-actions';
import { readSku } from '../../../read-sku';

export const metadata: Metadata = { title: 'Delete a version for good' };

type Props = Readonly<{ params: Promise<Readonly<{ sku: string; id: string }>> }>;

export default async function DiscardPage({ params }: Props) {
  const { sku: segment, id } = await params;
  const sku = readSku(segment);
  const { caller } = await consoleSession(discardHref(sku, id));
  const { products } = await api();
  const { product, files } = await orNotFound(products.page({ sku }));
  const file = files.find(({ versions }) => versions.some((version) => version.id === id));
  const version = file?.versions.find((one) => one.id === id && one.isReady);
  if (!file || !version) notFound();
  const back = { href: productHref(sku), label: product.name };
  const why = whyNot(version, caller.role === 'owner');
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={
          <>
            Delete version <bdi>{version.label}</bdi> of <bdi>{file.name}</bdi>
          </>
        }
        back={back}
      />
      {why === null ? (
        <ConfirmForm
          action={discardVersionAction}
          hidden={{ sku, id }}
          consequences={consequences(file, version)}
          button={{ label: 'Delete for good', pending: 'Deleting…', kind: 'danger' }}
          back={{ href: back.href, label: 'Keep it' }}
        />
      ) : (
        <Notice
          tone="warn"
          title={why}
          actions={<ButtonLink href={back.href}>Back to the product</ButtonLink>}
        />
      )}
    </div>
  );
}

function whyNot({ isServed }: FileVersionView, isOwner: boolean): string | null {
  if (isServed)
    return 'Buyers download this version. Retire the file first, or upload a newer one.';
  return isOwner ? null : 'Only the owner can delete a version for good.';
}

function consequences(
  { retiredAt, versions }: ProductFile,
  { size }: FileVersionView,
): readonly Consequence[] {
  const isOnly = versions.filter(({ isReady }) => isReady).length === 1;
  return [
    {
      key: 'bytes',
      icon: 'trash-2',
      tone: 'bad',
      what: `Its ${fileSize(size)} are gone for good: this version cannot be brought back.`,
      detail: 'A download of it that is still under way breaks off.',
    },
    retiredAt !== null && isOnly
      ? {
          key: 'file',
          icon: 'circle-slash',
          what: 'It is the only one left: the file leaves the list.',
        }
      : { key: 'others', icon: 'boxes', what: 'Other versions and files stay as they are.' },
    {
      key: 'history',
      icon: 'receipt-text',
      what: 'Who has downloaded the file stays in the history of their orders.',
    },
  ];
}
