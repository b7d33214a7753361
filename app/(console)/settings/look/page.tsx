import type { Metadata } from 'next';
import { api } from '#server/api/caller';
import { settingsOnly } from '../settings-only';
import { LookForm } from './look-form';

export const metadata: Metadata = { title: 'Look and sender' };

export default async function LookPage() {
  await settingsOnly();
  const { logo, ...brand } = await (await api()).settings.brand();
  return (
    <LookForm
      logoUrl={logo === null ? null : `/brand/${logo}`}
      saved={{ ...brand, accent: brand.accent ?? '', replyTo: brand.replyTo ?? '' }}
    />
  );
}
