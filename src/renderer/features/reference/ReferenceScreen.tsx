import { PageHeader } from '../../ui/PageHeader.tsx';
import { LoadedLists } from './LoadedLists.tsx';
import { ReferenceImport } from './ReferenceImport.tsx';
import { SpecialtySearch } from './SpecialtySearch.tsx';

/** The official lists of this station: what is there, what a file brings, and the specialties themselves. */
export function ReferenceScreen() {
  return (
    <div className="page">
      <PageHeader
        title="Référentiel"
        subtitle="Diplômes, épreuves et pays : livrés avec le programme, complétés par les fichiers officiels."
      />
      <ReferenceImport />
      <LoadedLists />
      <SpecialtySearch />
    </div>
  );
}
