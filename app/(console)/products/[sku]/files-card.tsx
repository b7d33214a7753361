import { Card } from '#app/_ui/card';
import { Disclosure } from '#app/_ui/disclosure';
import { Notice } from '#app/_ui/notice';
import type { ProductFile } from '#server/files/product-files';
import { fileBytesMax } from '#server/files/upload-input';
import { FilesTable, type ListedVersion } from './files-table';
import { UploadForm } from './upload-form';

type Props = Readonly<{
  sku: string;
  files: readonly ProductFile[];
  nowMs: number;
  timeZone: string;
}>;

export function FilesCard({ sku, files, ...clock }: Props) {
  const all = files.flatMap(listed);
  const served = all.filter(({ isServed }) => isServed);
  const unfinished = all.filter(({ isReady }) => !isReady);
  const retired = all.filter(({ isReady, retiredAt }) => isReady && retiredAt !== null);
  const earlier = all.filter((row) => row.isReady && row.retiredAt === null && !row.isServed);
  const table = { sku, ...clock };
  return (
    <>
      {served.length === 0 ? (
        <Notice tone="warn" title="No file yet: buyers would get nothing">
          Upload a file below. Orders that are paid already get it as well.
        </Notice>
      ) : null}
      <Card title="Files" id="files" aside="What buyers download." flush>
        {served.length + unfinished.length > 0 ? (
          <FilesTable
            caption="Files of this product"
            rows={[...unfinished, ...served]}
            {...table}
          />
        ) : null}
        <div className="grid gap-4 p-(--card-pad)">
          <UploadForm
            sku={sku}
            sizeMax={fileBytesMax}
            names={[...new Set(served.map(({ name }) => name))]}
            unfinished={unfinished.map(({ name, label, size, sourceModifiedAt }) => ({
              ...{ name, label, size, modifiedAt: sourceModifiedAt },
            }))}
          />
          {earlier.length > 0 ? (
            <Disclosure summary={`Earlier versions (${earlier.length})`}>
              <FilesTable caption="Earlier versions" rows={earlier} {...table} />
            </Disclosure>
          ) : null}
          {retired.length > 0 ? (
            <Disclosure summary={`Retired (${retired.length})`}>
              <FilesTable caption="Retired files" rows={retired} {...table} />
            </Disclosure>
          ) : null}
        </div>
      </Card>
    </>
  );
}

function listed({ id, name, retiredAt, versions }: ProductFile): readonly ListedVersion[] {
  const newest = versions.find(({ isReady }) => isReady)?.id;
  return versions.map((version) => ({
    ...version,
    ...{ fileId: id, name, retiredAt, isNewest: version.id === newest },
  }));
}
