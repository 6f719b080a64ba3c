/** A page that says why it goes no further. */
export class PageStop extends Error {
  readonly status: number;
  readonly title: string;

  constructor(status: number, title: string, message: string) {
    super(message);
    this.name = 'PageStop';
    this.status = status;
    this.title = title;
  }
}

/** Also for what exists but is somebody else's. */
export function notHere(): PageStop {
  return new PageStop(404, 'Page introuvable', 'Il n’y a rien à cette adresse.');
}
