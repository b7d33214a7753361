import { expect, test } from 'vitest';
import { refuseCrossSite } from './refuse-cross-site';

function from(site: string | null) {
  const headers = site === null ? {} : { 'sec-fetch-site': site };
  return refuseCrossSite(new Request('https://teas.example/my/sign-out', { headers }));
}

test.each(['cross-site', 'same-site', 'strange'])('a form that is %s is refused', (site) => {
  expect(from(site)?.status).toBe(403);
});

test.each(['same-origin', 'none', null])('a form that is %s goes on', (site) => {
  expect(from(site)).toBeNull();
});
