import { Menu, type MenuItemConstructorOptions } from 'electron';

/** Electron's own menu is in English and opens developer tools. */
export function installMenu(): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(MENU));
}

const MENU: MenuItemConstructorOptions[] = [
  { label: '&Fichier', submenu: [{ role: 'quit', label: 'Quitter Guichet' }] },
  {
    label: '&Édition',
    submenu: [
      { role: 'undo', label: 'Annuler' },
      { role: 'redo', label: 'Rétablir' },
      { type: 'separator' },
      { role: 'cut', label: 'Couper' },
      { role: 'copy', label: 'Copier' },
      { role: 'paste', label: 'Coller' },
      { role: 'selectAll', label: 'Tout sélectionner' },
    ],
  },
  {
    label: '&Affichage',
    submenu: [
      { role: 'zoomIn', label: 'Agrandir' },
      { role: 'zoomOut', label: 'Réduire' },
      { role: 'resetZoom', label: 'Taille normale' },
      { type: 'separator' },
      { role: 'togglefullscreen', label: 'Plein écran' },
    ],
  },
  { label: 'A&ide', submenu: [{ role: 'about', label: 'À propos de Guichet' }] },
];
