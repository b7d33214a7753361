'use server';

import type { z } from 'zod';
import type { FieldFaults } from '#server/errors';
import type { Address } from '#server/orders/order-input';
import type { CommandState } from '../../../_forms/command-state';
import { typed, typedIn, typedOrNull } from '../../../_forms/typed-form';
import { parcelFrom, parcelInput } from './parcel-typed';
import { runCommand } from './run-command';
import { withoutPrefix } from './without-prefix';

export async function contactAction(_: CommandState, form: FormData): Promise<CommandState> {
  const state = await runCommand({
    form,
    done: 'contact',
    run: (orders, { number }) =>
      orders.correctContact({
        number,
        customer: {
          name: typed(form, 'name'),
          email: typed(form, 'email'),
          phone: typedOrNull(form, 'phone'),
          locale: typedOrNull(form, 'locale'),
        },
        renewLink: form.get('renewLink') !== null,
      }),
  });
  return { ...state, fields: withoutPrefix(state.fields, 'customer.') };
}

export async function addressAction(_: CommandState, form: FormData): Promise<CommandState> {
  const state = await runCommand({
    form,
    done: 'address',
    run: (orders, { number }) =>
      orders.correctAddress({
        number,
        which: typed(form, 'which') === 'billing' ? 'billing' : 'shipping',
        address: typed(form, 'intent') === 'remove' ? null : addressIn(form),
      }),
  });
  return { ...state, fields: inTermsOfTheForm(withoutPrefix(state.fields, 'address.')) };
}

/** The procedure asks programs for a code of two letters; the form has a list. */
function inTermsOfTheForm({ country, ...fields }: FieldFaults): FieldFaults {
  return country === undefined ? fields : { ...fields, country: 'Choose a country.' };
}

export async function trackingAction(_: CommandState, form: FormData): Promise<CommandState> {
  const parcel = parcelInput(parcelFrom(typedIn(form), 'parcel.')) ?? noNumber;
  return runCommand({
    form,
    done: 'tracking',
    run: (orders, { number }) =>
      orders.correctTracking({
        number,
        parcelId: typed(form, 'parcelId'),
        parcel,
        notify: form.get('notify') !== null,
      }),
  });
}

const noNumber = { carrier: null, trackingNumber: null, trackingUrl: null };

// The procedure refuses a country that is none of the list.
function addressIn(form: FormData): z.input<typeof Address> {
  return {
    name: typed(form, 'name'),
    company: typed(form, 'company'),
    line1: typed(form, 'line1'),
    line2: typed(form, 'line2'),
    city: typed(form, 'city'),
    region: typed(form, 'region'),
    postalCode: typed(form, 'postalCode'),
    country: typed(form, 'country') as z.input<typeof Address>['country'],
  };
}
