import type { Consequence } from '#app/_ui/confirm-panel';
import { ConfirmForm } from '../../../../../_forms/confirm-form';
import { productHref } from '../../../../product-address';
import { retireFileAction } from '../../../file-actions';

type Props = Readonly<{ sku: string; id: string; isLast: boolean }>;

export function RetireForm({ sku, id, isLast }: Props) {
  return (
    <ConfirmForm
      action={retireFileAction}
      hidden={{ sku, id }}
      consequences={[...consequences, ...(isLast ? [lastOne] : [])]}
      button={{ label: 'Retire the file', pending: 'Retiring…', kind: 'danger' }}
      back={{ href: productHref(sku), label: 'Leave it' }}
    />
  );
}

const consequences: readonly Consequence[] = [
  {
    key: 'buyers',
    icon: 'circle-slash',
    tone: 'bad',
    what: 'Nobody can download it any more, not even those who bought it before.',
    detail: 'A download that is under way is finished.',
  },
  {
    key: 'bytes',
    icon: 'undo-2',
    what: 'Nothing is deleted: you can bring it back from the list of retired files.',
  },
];

const lastOne: Consequence = {
  key: 'last',
  icon: 'triangle-alert',
  tone: 'warn',
  what: 'The product has no other file: until you upload one, buyers get nothing.',
};
