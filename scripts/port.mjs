import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

const patienceMs = 2_000;

/**
 * Throws a sentence for the user when nothing can be served on the port. A port in use gets a moment,
 * for a server that is just leaving.
 */
export async function checkPort(port) {
  const giveUpAt = Date.now() + patienceMs;
  let fault = await tryPort(port);
  while (fault === 'EADDRINUSE' && Date.now() < giveUpAt) {
    await pause(100);
    fault = await tryPort(port);
  }
  if (fault !== null) throw new Error(sentence(port, fault));
}

function tryPort(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.on('error', (error) => resolve(error.code));
    server.listen(port, () => server.close(() => resolve(null)));
  });
}

function sentence(port, fault) {
  return fault === 'EADDRINUSE'
    ? `Port ${port} is in use: stop what uses it, or set PORT to another number.`
    : `Port ${port} cannot be used (${fault}): set PORT to another number.`;
}
