import { TRPCError } from '@trpc/server';
import { api } from '#server/api/caller';
import { customerHref } from '../../customer-address';

type Given = Readonly<{ params: Promise<{ id: string }> }>;

/** A press on *Download all of it*: the file, or the page where it cannot be had. */
export async function POST(_: Request, { params }: Given): Promise<Response> {
  const { id } = await params;
  try {
    const { customers } = await api();
    const data = await customers.export({ id: id.slice(0, 100) });
    return new Response(JSON.stringify(data, null, 2), {
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Disposition': 'attachment; filename="customer.json"',
        'Cache-Control': 'private, no-store',
        'X-Content-Type-Options': 'nosniff',
      },
    });
  } catch (error) {
    // Signed out or gone meanwhile: the page of the customer says which.
    if (!(error instanceof TRPCError)) throw error;
    return new Response(null, { status: 303, headers: { Location: customerHref(id) } });
  }
}
