import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aFolder } from './folder.ts';

/** A certificate of 127.0.0.1 that signs itself; `from` and `to` as openssl writes moments: `20200101000000Z`. */
export function tlsFiles(
  from: string,
  to: string,
): { certFile: string; keyFile: string; certificate: string } {
  const folder = aFolder();
  const file = (name: string) => join(folder, name);
  const openssl = (...words: string[]) => execFileSync('openssl', words, { cwd: folder, stdio: 'pipe' });
  const request = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1'];
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', 'key.pem'];
  writeFileSync(file('index.txt'), '');
  writeFileSync(file('serial'), '01\n');
  writeFileSync(
    file('openssl.cnf'),
    `[ca]\ndefault_ca=own\n[own]\ndatabase=index.txt\nserial=serial\nnew_certs_dir=.\ndefault_md=sha256\npolicy=any\n` +
      `copy_extensions=copy\n[any]\ncommonName=supplied\n[req]\ndistinguished_name=name\n[name]\n`,
  );
  openssl('req', '-new', '-config', 'openssl.cnf', ...newKey, ...request, '-out', 'request.pem');
  const dates = ['-startdate', from, '-enddate', to];
  const paths = ['-keyfile', 'key.pem', '-in', 'request.pem', '-out', 'certificate.pem'];
  openssl('ca', '-selfsign', '-batch', '-notext', '-config', 'openssl.cnf', ...dates, ...paths);
  const [certFile, keyFile] = [file('certificate.pem'), file('key.pem')];
  return { certFile, keyFile, certificate: readFileSync(certFile, 'utf8') };
}
