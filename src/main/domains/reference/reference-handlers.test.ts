import { expect, test } from 'vitest';
import { referenceContract } from '#shared/contract/reference.ts';
import { openReference, referenceHandlers } from './index.ts';

const handlers = referenceHandlers(openReference());

test('each answer is what the contract says', async () => {
  const outputs = {
    'reference.specialties': await handlers['reference.specialties'](
      { exam: 'cap', query: 'patis', session: 2025 },
      undefined,
    ),
    'reference.examPapers': await handlers['reference.examPapers'](
      { specialtyCode: '500-22141S' },
      undefined,
    ),
    'reference.academies': await handlers['reference.academies']({}, undefined),
    'reference.communes': await handlers['reference.communes']({ query: 'saint' }, undefined),
  };
  expect({
    specialties: referenceContract['reference.specialties'].output.parse(outputs['reference.specialties']),
    examPapers: referenceContract['reference.examPapers'].output.parse(outputs['reference.examPapers']),
    academies: referenceContract['reference.academies'].output.parse(outputs['reference.academies']),
    communes: referenceContract['reference.communes'].output.parse(outputs['reference.communes']),
  }).toEqual({
    specialties: outputs['reference.specialties'],
    examPapers: outputs['reference.examPapers'],
    academies: outputs['reference.academies'],
    communes: outputs['reference.communes'],
  });
});

test('at most twenty communes are shown', async () => {
  expect(await handlers['reference.communes']({ query: 'saint' }, undefined)).toHaveLength(20);
});

test('the épreuves of a specialty without a list are null, not an error', async () => {
  expect(await handlers['reference.examPapers']({ specialtyCode: '50022137S' }, undefined)).toBeNull();
});
