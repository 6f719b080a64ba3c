import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SheetLayout } from '#shared/sheet/layout.ts';
import { EXIT, requiredOption, requiredPositional, type CliCommand } from '../command.ts';
import { withStation } from '../open-core.ts';

export const confirm: CliCommand = {
  name: 'confirm',
  summary: 'Écrit les confirmations d’inscription en PDF, telles qu’archivées.',
  usage: 'confirm NUMÉRO… --out DOSSIER [--layout]',
  help: ['  --layout  écrit aussi NUMÉRO-vVV.layout.json : l’emplacement de chaque rubrique, en millimètres'],
  options: { out: { type: 'string' }, layout: { type: 'boolean' } },
  run: (line) =>
    withStation(line, async ({ call }) => {
      requiredPositional(line, 0, 'le numéro d’inscription');
      const folder = line.io.resolve(requiredOption(line, 'out'));
      mkdirSync(folder, { recursive: true });
      const written = [];
      for (const number of line.positionals) {
        const { pdf, fileName, layout, registrationNumber, version, sha256 } = await call(
          'confirmations.issue',
          { number },
        );
        const file = join(folder, fileName);
        writeFileSync(file, pdf);
        const layoutFile = file.replace(/\.pdf$/, '.layout.json');
        if (line.options['layout'] === true)
          writeFileSync(layoutFile, JSON.stringify(layoutTruth(layout), null, 1));
        written.push({
          registrationNumber,
          version,
          sha256,
          file,
          ...(line.options['layout'] === true ? { layoutFile } : {}),
        });
      }
      line.io.print(line.json ? JSON.stringify(written) : written.map((one) => one.file).join('\n'));
      return EXIT.done;
    }),
};

/** What readings are scored against: where things are, not how they are drawn. */
export function layoutTruth(layout: SheetLayout) {
  return {
    pages: layout.pages.map((page) => ({
      widthMm: page.widthMm,
      heightMm: page.heightMm,
      fields: page.fields.map(({ id, box }) => ({ id, box })),
      ...(page.signatureBox ? { signatureBox: page.signatureBox } : {}),
      ...(page.dateBox ? { dateBox: page.dateBox } : {}),
      codes: page.codes,
      marks: page.marks,
    })),
  };
}
