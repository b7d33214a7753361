import { type Scope, type StaffRole, scopes } from '#domain/vocabulary';

/** What a signed-in person may do, by role. */
export function staffScopes(role: StaffRole): ReadonlySet<Scope> {
  switch (role) {
    case 'owner':
      return ownerScopes;
    case 'staff':
      return memberScopes;
    default:
      return role satisfies never;
  }
}

const ownerScopes: ReadonlySet<Scope> = new Set(scopes);

const memberScopes: ReadonlySet<Scope> = new Set<Scope>([
  'orders:read',
  'orders:write',
  'products:read',
  'products:write',
  'codes:read',
]);
