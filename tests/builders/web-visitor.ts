export interface VisitedPage {
  status: number;
  text: string;
  headers: Headers;
}

export interface WebVisitor {
  get(path: string): Promise<VisitedPage>;
  /** Sends a form, with the token the last page gave; follows the redirection. */
  post(path: string, fields: Record<string, string>, headers?: Record<string, string>): Promise<VisitedPage>;
  cookies: Map<string, string>;
}

/** A browser without its screen: keeps cookies, and sends forms as a page of the site would. */
export function aWebVisitor(central: { url: string }): WebVisitor {
  const cookies = new Map<string, string>();
  let csrf = '';
  const visit = async (path: string, init: RequestInit): Promise<VisitedPage> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(new URL(path, central.url), {
      ...init,
      redirect: 'manual',
      headers: { ...(init.headers as Record<string, string>), cookie },
    });
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    const to = response.headers.get('location');
    if (to !== null) return visit(to, {});
    const text = await response.text();
    csrf = /name="csrf" value="([^"]+)"/.exec(text)?.[1] ?? csrf;
    return { status: response.status, text, headers: response.headers };
  };
  return {
    cookies,
    get: (path) => visit(path, {}),
    post: (path, fields, headers = { 'sec-fetch-site': 'same-origin' }) =>
      visit(path, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
        body: new URLSearchParams({ csrf, ...fields }).toString(),
      }),
  };
}
