import type { Academy, ExamPaper, ExamPaperSet, Specialty } from '#shared/contract/reference.ts';
import type { ReferenceFacts } from '#shared/rules/reference-facts.ts';

interface KnownWorld {
  academies?: readonly Academy[];
  specialties?: readonly Specialty[];
  examPapers?: readonly ExamPaperSet[];
}

/** A small world: one académie unless told otherwise, Nice, three countries, and the national list of EPS. */
export function someReferenceFacts({
  academies = [NICE],
  specialties = [],
  examPapers = [],
}: KnownWorld = {}): ReferenceFacts {
  return {
    findAcademy: (code) => academies.find((academy) => academy.code === code),
    findSpecialty: (code) => specialties.find((specialty) => specialty.code === code),
    findExamPapers: (code) => examPapers.find((set) => set.specialtyCode === code),
    findCommune: (code) =>
      code === '06088' ? { code, name: 'Nice', department: '06', postcodes: ['06000'] } : undefined,
    departmentsOfPostcode: (postcode) => (postcode === '01410' ? ['01', '39'] : []),
    isCountry: (code) => ['FR', 'BE', 'DZ', 'RE'].includes(code),
    physicalEducation: {
      source: 'essai',
      activities: [
        { name: 'Demi-fond', learningField: 'performance' },
        { name: 'Danse', learningField: 'prestation' },
        { name: 'Tennis de table', learningField: 'affrontement' },
      ],
      choices: { cap: 1, bacPro: 2 },
    },
    findR408: () => undefined,
  };
}

export const NICE: Academy = {
  code: '23',
  name: 'Nice',
  timeZone: 'Europe/Paris',
  departments: ['06', '83'],
};

/** An épreuve of no importance, some members replaced. */
export function anExamPaper(code: string, changes: Partial<ExamPaper> = {}): ExamPaper {
  return { code, label: `Épreuve ${code}`, optional: false, kind: 'plain', ...changes };
}
