import { addOfficeUser, type OfficeRole } from '#central/index.ts';
import type { TestCentral } from './central.ts';
import { aWebVisitor, type WebVisitor } from './web-visitor.ts';

const PASSWORD = 'phrase-du-rectorat';

/** Somebody of the rectorat, signed in. */
export async function anOfficePerson(central: TestCentral, role: OfficeRole): Promise<WebVisitor> {
  const place = { ...central, blobsFolder: '' };
  await addOfficeUser(place, { login: role, name: 'Personne Témoin', role, password: PASSWORD });
  const visitor = aWebVisitor(central);
  await visitor.post('/rectorat/connexion', { login: role, password: PASSWORD });
  return visitor;
}
