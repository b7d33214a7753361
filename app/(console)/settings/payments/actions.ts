'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import type { Currency } from '#domain/currency';
import type { OfflineMethod } from '#domain/vocabulary';
import { actionFailure } from '#server/api/action-result';
import { api } from '#server/api/caller';
import type { FieldFaults } from '#server/errors';
import { type ConfigTexts, configOf, eachConfigText } from '#server/payments/config-texts';

type FormState<Values> = Readonly<{
  notice: Readonly<{ tone: 'good' | 'bad'; text: string }> | null;
  fields: FieldFaults;
  values: Values;
}>;

/** What was typed, without the secrets: they never go back to the page. */
export type GatewayValues = Readonly<{
  slug: string;
  name: string;
  enabled: boolean;
  mode: 'live' | 'test';
  currency: string;
  /** What stands in the clear beside the secrets. */
  settings: Readonly<Record<string, string | boolean>>;
  /** How messages are read, where that can be told. */
  config: ConfigTexts | null;
}>;
export type GatewayFormState = FormState<GatewayValues>;

export async function saveGatewayAction(
  _: GatewayFormState,
  form: FormData,
): Promise<GatewayFormState> {
  const values = readGatewayValues(form);
  const { mode, currency, config, ...typed } = values;
  const version = text(form, 'version');
  const secrets = readSecrets(form);
  try {
    await (await api()).payments.saveGatewayAccount({
      ...typed,
      live: mode === 'live',
      gateway: text(form, 'gateway'),
      // The procedure says so where it is none.
      currency: (currency || null) as Currency | null,
      version: version === '' ? null : Number(version),
      secrets,
      ...(config && { config: configOf(config) }),
    });
  } catch (error) {
    const { message, fields } = actionFailure(error);
    const isTyped = Object.values(secrets).some(({ added }) => added !== '');
    const notice = isTyped ? `${message} ${enterAgain}` : message;
    return { notice: { tone: 'bad', text: notice }, fields, values };
  }
  revalidatePath('/settings/payments', 'layout');
  if (version === '') redirect(`/settings/payments/accounts/${values.slug}?made=yes`);
  return { notice: { tone: 'good', text: 'Saved.' }, fields: {}, values };
}

const enterAgain = 'Enter the secret again: what was typed is never sent back to this page.';

function readGatewayValues(form: FormData): GatewayValues {
  return {
    slug: text(form, 'slug').trim(),
    name: text(form, 'name'),
    enabled: form.get('enabled') !== null,
    mode: form.get('mode') === 'test' ? 'test' : 'live',
    currency: text(form, 'currency'),
    settings: readSettings(form),
    config: form.has('configured')
      ? eachConfigText((name) => text(form, `config.${name}`).replaceAll('\r\n', '\n'))
      : null,
  };
}

/** `setting.<name>` each; a box that is not ticked sends nothing, so `option` names all of them. */
function readSettings(form: FormData): Record<string, string | boolean> {
  const options = form.getAll('option').filter((name) => typeof name === 'string');
  const names = [...form.keys()].flatMap((key) => /^setting\.(\w+)$/.exec(key)?.[1] ?? []);
  const texts = names.filter((name) => !options.includes(name));
  return Object.fromEntries([
    ...texts.map((name) => [name, text(form, `setting.${name}`).trim()]),
    ...options.map((name) => [name, form.get(`setting.${name}`) !== null]),
  ]);
}

type SecretChange = { added: string; removed: number[] };

/** `secret.<name>` holds one to add, `remove.<name>` the places of those to take out. */
function readSecrets(form: FormData): Record<string, SecretChange> {
  const names = [...form.keys()].flatMap((key) => /^secret\.(\w+)$/.exec(key)?.[1] ?? []);
  return Object.fromEntries(
    names.map((name) => [
      name,
      {
        added: text(form, `secret.${name}`).trim(),
        removed: form.getAll(`remove.${name}`).map(Number),
      },
    ]),
  );
}

export type OfflineValues = Readonly<{ name: string; enabled: boolean; instructions: string }>;
export type OfflineFormState = FormState<OfflineValues>;

export async function saveOfflineAction(
  _: OfflineFormState,
  form: FormData,
): Promise<OfflineFormState> {
  const values = {
    name: text(form, 'name'),
    enabled: form.get('enabled') !== null,
    instructions: text(form, 'instructions').replaceAll('\r\n', '\n'),
  };
  try {
    // The procedure refuses any other method.
    const method = text(form, 'method') as OfflineMethod;
    await (await api()).payments.putOfflineMethod({ method, ...values });
  } catch (error) {
    const { message, fields } = actionFailure(error);
    return { notice: { tone: 'bad', text: message }, fields, values };
  }
  revalidatePath('/settings/payments', 'layout');
  return { notice: { tone: 'good', text: 'Saved.' }, fields: {}, values };
}

const typedLengthMax = 10_000;

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.slice(0, typedLengthMax) : '';
}
