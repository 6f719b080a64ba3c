// Every entry file imports this first, dynamically importing the rest: an older Node cannot even parse our .ts files.
const major = Number.parseInt(process.versions.node, 10);
if (major < 24) {
  process.stderr.write(
    `Guichet demande Node 24 ou plus récent (ici : Node ${process.versions.node}).\n` +
      'Lancez les commandes par « npm run … », qui emploie le Node 24 installé avec le projet, ' +
      'après « npm run setup » si ce n’est pas déjà fait.\n',
  );
  process.exit(1);
}
