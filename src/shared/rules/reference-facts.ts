import type {
  Academy,
  Commune,
  ExamPaperSet,
  PhysicalEducationList,
  R408Specialty,
  Specialty,
} from '../contract/reference.ts';

/** What the rules need to know of the world. The main process reads it from the reference assets; rules only ask. */
export interface ReferenceFacts {
  /** By two-digit code, e.g. `23`. */
  findAcademy(code: string): Academy | undefined;
  /** By national code in any of its usual spellings: `40033007T`, `400-33007 T`. */
  findSpecialty(code: string): Specialty | undefined;
  /** The épreuves of a specialty, undefined where their list is not loaded. Same spellings as `findSpecialty`. */
  findExamPapers(specialtyCode: string): ExamPaperSet | undefined;
  /** By INSEE code of the official geographic code now in force. */
  findCommune(code: string): Commune | undefined;
  /** Départements that a postcode serves; empty where it is not that of a commune (CEDEX). */
  departmentsOfPostcode(postcode: string): readonly string[];
  /** Whether this is an ISO 3166-1 alpha-2 code in capitals, or one that the station's own list added. */
  isCountry(code: string): boolean;
  /** The national list of EPS for terminal examinations. */
  readonly physicalEducation: PhysicalEducationList;
  /** Whether a specialty is known to ask for the R.408 certificate, and on what ground. */
  findR408(specialtyCode: string): R408Specialty | undefined;
}
