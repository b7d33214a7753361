import { ButtonLink } from '#app/_ui/button-link';
import { CopyButton } from '#app/_ui/copy-button';
import { fileSize } from '#app/_ui/file-size';
import { Moment } from '#app/_ui/moment';
import { type Column, Table } from '#app/_ui/table';
import type { FileVersionView } from '#server/files/product-files';
import { discardHref, retireHref } from '../product-address';
import { FileStepForm } from './file-step-form';

export type ListedVersion = FileVersionView &
  Readonly<{ fileId: string; name: string; retiredAt: number | null; isNewest: boolean }>;

type Props = Readonly<{
  caption: string;
  rows: readonly ListedVersion[];
  sku: string;
  nowMs: number;
  timeZone: string;
}>;

export function FilesTable({ caption, rows, sku, ...clock }: Props) {
  const columns: readonly Column<ListedVersion>[] = [
    ...fixedColumns,
    {
      key: 'when',
      header: 'When',
      narrow: 'start',
      cell: ({ at, createdBy }) => (
        <span className="whitespace-nowrap">
          <Moment at={at} {...clock} show="short" />
          <bdi className="text-ink-soft"> {createdBy}</bdi>
        </span>
      ),
    },
    {
      key: 'action',
      header: 'Action',
      align: 'end',
      narrow: 'end',
      cell: (row) => <Action row={row} sku={sku} />,
    },
  ];
  return (
    <Table
      caption={caption}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      isFaded={({ isReady, isServed }) => isReady && !isServed}
    />
  );
}

const fixedColumns: readonly Column<ListedVersion>[] = [
  {
    key: 'name',
    header: 'Name',
    grow: true,
    cell: ({ name }) => <bdi title={name}>{name}</bdi>,
  },
  { key: 'version', header: 'Version', cell: ({ label }) => <bdi>{label}</bdi> },
  {
    key: 'size',
    header: 'Size',
    align: 'end',
    narrow: 'end',
    cell: ({ size }) => (
      <span className="whitespace-nowrap" title={`${size.toLocaleString('en')} bytes`}>
        {fileSize(size)}
      </span>
    ),
  },
  {
    key: 'checksum',
    header: 'SHA-256',
    narrow: 'start',
    cell: ({ sha256, received, size }) =>
      sha256 === null ? (
        <span className="whitespace-nowrap text-warn">
          {Math.floor((received / size) * 100)} % came
        </span>
      ) : (
        <span className="inline-flex items-center gap-x-2">
          <code className="font-mono text-[0.95em]" title={sha256}>
            {sha256.slice(0, 8)}…
          </code>
          <CopyButton text={sha256} what="checksum" />
        </span>
      ),
  },
];

function Action({ row, sku }: Readonly<{ row: ListedVersion; sku: string }>) {
  const { id, fileId, name, label, isReady, isServed, isNewest, retiredAt } = row;
  if (isServed) {
    return (
      <ButtonLink href={retireHref(sku, fileId)} kind="quiet" size="small">
        Retire<span className="sr-only"> {name}</span>
      </ButtonLink>
    );
  }
  const what = `${name} ${label}`;
  if (!isReady) return <FileStepForm step="cancel" id={id} what={what} />;
  return (
    <span className="inline-flex flex-wrap items-start justify-end gap-x-1">
      {isNewest && retiredAt !== null ? (
        <FileStepForm step="bringBack" id={fileId} what={what} />
      ) : null}
      <ButtonLink href={discardHref(sku, id)} kind="quiet" size="small">
        Delete<span className="sr-only"> {what} for good</span>…
      </ButtonLink>
    </span>
  );
}
