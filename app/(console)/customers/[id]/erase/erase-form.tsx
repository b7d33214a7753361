import type { Consequence } from '#app/_ui/confirm-panel';
import { ConfirmForm } from '../../../_forms/confirm-form';
import { eraseCustomerAction } from '../../actions';
import { customerHref } from '../../customer-address';

export function EraseForm({ id, name }: Readonly<{ id: string; name: string }>) {
  return (
    <ConfirmForm
      action={eraseCustomerAction}
      hidden={{ id }}
      title={
        <span className="wrap-anywhere">
          Erase what you keep about <bdi>{name}</bdi>?
        </span>
      }
      consequences={consequences}
      button={{ label: 'Erase for good', pending: 'Erasing…', kind: 'danger' }}
      back={{ href: customerHref(id), label: 'Keep it' }}
    />
  );
}

const consequences: readonly Consequence[] = [
  {
    key: 'person',
    icon: 'eye-off',
    tone: 'bad',
    what: 'Name, e-mail, phone, addresses, notes, card digits and tracking numbers are gone for good.',
    detail: 'So are the messages that were sent, and what the gateways sent about these orders.',
  },
  {
    key: 'link',
    icon: 'link',
    what: 'The links to their tracking pages stop working, and with them codes and downloads.',
  },
  {
    key: 'bin',
    icon: 'trash-2',
    what: 'Their orders in the bin are deleted for good.',
  },
  {
    key: 'books',
    icon: 'landmark',
    what: 'What was sold and paid, when, and to which country stays.',
    detail: 'Your books need it. Backups that you made before still hold everything.',
  },
];
