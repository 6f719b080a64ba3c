import { lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { GuichetError } from '#shared/errors.ts';

/** Networks that are not the Internet: a scanner of the office is in one of them. */
const LOCAL = new BlockList();
for (const [network, prefix] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['169.254.0.0', 16],
] as const)
  LOCAL.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of [
  ['::1', 128],
  ['fc00::', 7],
  ['fe80::', 10],
] as const)
  LOCAL.addSubnet(network, prefix, 'ipv6');

function isLocal(address: string): boolean {
  return LOCAL.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

/** The root of a scanner's service, `…/eSCL/`. Throws `scanner-address-refused`: not HTTP, with a password, or of the Internet. */
export function scannerUrl(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const host = url?.hostname.replace(/^\[|\]$/g, '') ?? '';
  const isHttp = url?.protocol === 'http:' || url?.protocol === 'https:';
  if (!url || !isHttp || url.username !== '' || url.search !== '' || (isIP(host) !== 0 && !isLocal(host)))
    throw addressRefused(address);
  url.hash = '';
  if (url.pathname === '/') url.pathname = '/eSCL';
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return url;
}

/** Resolves a name to a local address only: a name may come to mean something else than when it was declared. */
export const localLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    const local = error ? [] : addresses.filter(({ address }) => isLocal(address));
    const [first] = local;
    if (error) callback(error, []);
    else if (!first) callback(addressRefused(hostname), []);
    else if (options.all === true) callback(null, local);
    else callback(null, first.address, first.family);
  });
};

function addressRefused(address: string): GuichetError {
  return new GuichetError('scanner-address-refused', { detail: { address } });
}
