import { writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { cleanUp, cleanUpOnSignals } from './bench/clean-up';
import { measureCallbacks } from './bench/measure-callbacks';
import { measureApi, measurePages } from './bench/measure-reading';
import { openBenchShop } from './bench/open-bench-shop';
import { type Run, report } from './bench/report';
import { build, whileSettingUp } from './set-up.mjs';

const usage = 'Use: npm run bench -- [--orders 10000,100000] [--seconds 5] [--json FILE]';

cleanUpOnSignals();
try {
  await bench();
} catch (cause) {
  console.error(cause instanceof Error ? cause.message : cause);
  process.exitCode = 1;
} finally {
  await cleanUp();
}

/** Measures each size of a shop in turn; all of it on this machine, through the loopback address. */
async function bench(): Promise<void> {
  const { sizes, seconds, json } = readWishes();
  await whileSettingUp(build);
  const runs: Run[] = [];
  for (const orders of sizes) {
    runs.push(await measureShop(orders, seconds));
    await cleanUp();
  }
  const machine = { node: process.version, cores: availableParallelism(), load: loadavg() };
  console.log(
    `Node ${machine.node}, ${machine.cores} cores, load ${machine.load.map((load) => load.toFixed(1)).join(' ')}, ${seconds} s each.\n`,
  );
  console.log(report(runs));
  if (json !== undefined) writeFileSync(json, JSON.stringify({ machine, seconds, runs }, null, 2));
}

async function measureShop(orders: number, seconds: number): Promise<Run> {
  console.error(`${orders} orders: seeding…`);
  const shop = await openBenchShop(orders);
  console.error(`${orders} orders: measuring…`);
  const figures = [
    ...(await measureApi(shop, seconds)),
    ...(await measurePages(shop, seconds)),
    ...(await measureCallbacks(shop, seconds)),
  ];
  return { orders, figures };
}

function readWishes() {
  const options = {
    orders: { type: 'string', default: '10000,100000' },
    seconds: { type: 'string', default: '5' },
    json: { type: 'string' },
  } as const;
  const { orders, seconds, json } = parse(() => parseArgs({ options }).values);
  const sizes = orders.split(',').map((size) => wholeNumber(size.trim()));
  return { sizes, seconds: wholeNumber(seconds), json };
}

function parse<Values>(read: () => Values): Values {
  try {
    return read();
  } catch {
    throw new Error(usage);
  }
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new Error(usage);
  return Number(text);
}
