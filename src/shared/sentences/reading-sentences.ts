import type { ReadingCode } from '../contract/page-reading.ts';

/** Why a person must look, or what she should know. */
export const READING_SENTENCES: Record<ReadingCode, string> = {
  'colour-unknown':
    'Numérisation sans couleur : le rouge ne peut pas être distingué, comparez avec le papier.',
  'code-damaged': 'Un des codes est abîmé ; l’autre a été lu.',
  'code-forged': 'Le code n’a pas été fait par ce poste : page refusée comme preuve.',
  'other-station':
    'Ce poste ne connaît pas cette confirmation : elle vient d’un autre poste ou d’une autre académie.',
  'training-sheet': 'Cette confirmation vient d’une base école.',
  'superseded-version': 'Le candidat a signé une ancienne version.',
  'duplicate-page': 'Cette page est déjà dans la pile ou déjà traitée.',
  'not-our-page': 'Ce n’est pas une confirmation de ce programme.',
  'no-code': 'Aucun code n’a pu être lu.',
  'image-unreadable': 'Le fichier est vide, incomplet ou abîmé : numérisez de nouveau la page.',
  'image-damaged': 'Le fichier est abîmé : une partie de l’image peut être fausse, comparez avec le papier.',
  'image-too-large': 'L’image est trop grande : numérisez à 300 points par pouce.',
  'unsupported-format': 'Ce type de fichier n’est pas lu : donnez un JPEG, PNG, TIFF ou PDF.',
  'fit-poor': 'La page est mal calée : les marques peuvent être décalées.',
  'few-marks': 'Plusieurs repères manquent au bord de la page.',
  'signature-missing': 'La signature manque.',
  'signature-doubtful': 'La signature est douteuse.',
  'date-missing': 'La date manque.',
  'date-doubtful': 'La date est douteuse.',
  'faint-ink': 'Des traces pâles sont à la limite du visible.',
  'other-ink': 'Des corrections ne sont pas en rouge.',
  'unattached-marks': 'Des marques ne touchent aucune rubrique.',
  'page-missing': 'Il manque une page de cette confirmation.',
  'low-resolution': 'Résolution trop faible : numérisez à 200 points par pouce ou plus.',
  'encrypted-pdf': 'Le PDF est protégé par un mot de passe : enregistrez-le sans protection.',
  'too-many-pages': 'Le fichier compte plus de 500 pages : partagez-le en plusieurs.',
  'time-limit': 'La lecture a été arrêtée : elle prenait trop de temps.',
};
