'use server';

import { revalidatePath } from 'next/cache';
import { actionFailure } from '#server/api/action-result';
import { api } from '#server/api/caller';
import type { FieldFaults } from '#server/errors';
import type { LabCase } from '#server/payments/lab/lab-cases';
import type { Rehearsal } from '#server/payments/lab/rehearse';

/** What was typed. */
export type LabValues = Readonly<{ case: string; orderNumber: string }>;

/** Nothing yet, what would have happened, what was sent for real, or why neither. */
export type LabOutcome =
  | Readonly<{ kind: 'none' }>
  | Readonly<{ kind: 'fault'; message: string }>
  | Readonly<{ kind: 'rehearsed'; isSample: boolean; rehearsal: Rehearsal }>
  | Readonly<{ kind: 'sent'; orderNumber: string; statuses: readonly number[] }>;

export type LabState = Readonly<{ values: LabValues; fields: FieldFaults; outcome: LabOutcome }>;

export async function tryOutAction(_: LabState, form: FormData): Promise<LabState> {
  const values = { case: text(form, 'case'), orderNumber: text(form, 'orderNumber').trim() };
  const slug = text(form, 'slug');
  try {
    const isReal = form.get('do') === 'send';
    const outcome = await (isReal ? send(slug, values) : rehearse(slug, values));
    return { values, fields: {}, outcome };
  } catch (error) {
    const { message, fields } = actionFailure(error);
    return { values, fields, outcome: { kind: 'fault', message } };
  }
}

async function rehearse(slug: string, { orderNumber, ...typed }: LabValues): Promise<LabOutcome> {
  const isSample = orderNumber === '';
  const rehearsal = await (await api()).payments.rehearse({
    slug,
    case: labCaseOf(typed),
    orderNumber: isSample ? null : orderNumber,
  });
  return { kind: 'rehearsed', isSample, rehearsal };
}

async function send(slug: string, { orderNumber, ...typed }: LabValues): Promise<LabOutcome> {
  const { payments } = await api();
  const replies = await payments.sendSample({ slug, case: labCaseOf(typed), orderNumber });
  revalidatePath('/', 'layout');
  return { kind: 'sent', orderNumber, statuses: replies.map(({ status }) => status) };
}

/** The procedure refuses any other. */
function labCaseOf(typed: Pick<LabValues, 'case'>): LabCase {
  return typed.case as LabCase;
}

const typedLengthMax = 1000;

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.slice(0, typedLengthMax) : '';
}
