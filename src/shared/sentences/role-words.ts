import type { Role } from '../contract/station.ts';

export const ROLE_WORDS: Record<Role, string> = {
  counterAgent: 'Agent de guichet',
  caseManager: 'Gestionnaire',
  bureauHead: 'Chef de bureau',
  auditor: 'Auditeur',
};
