import { onTestFinished } from 'vitest';
import { openProxy, type Proxy } from './harness/open-proxy.ts';

/** A line with faults between a station and its centre, that goes away with the test. */
export async function aProxy(target: () => string): Promise<Proxy> {
  const proxy = await openProxy(target);
  onTestFinished(() => proxy.close());
  return proxy;
}
