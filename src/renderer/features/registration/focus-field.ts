/** Where a field is in the page, for the links of the summary of problems. */
export function fieldId(path: string): string {
  return `field:${path}`;
}

/** The path of the field that an element is part of. */
export function fieldPathAt(element: Element): string | undefined {
  return element.closest(`[id^="${fieldId('')}"]`)?.id.slice(fieldId('').length);
}

/** A problem deep in a list is shown at the nearest thing on screen that holds it. The commune's code has no input of its own. */
const SHOWN_AT: Record<string, string> = {
  'identification.birthCommuneCode': 'identification.birthTown',
  'candidature.campaignId': 'candidature.exam',
};

export function focusField(path: string): void {
  const parts = (SHOWN_AT[path] ?? path).split('.');
  for (let length = parts.length; length > 0; length -= 1) {
    const element = document.getElementById(fieldId(parts.slice(0, length).join('.')));
    const target = element?.querySelector<HTMLElement>('input, textarea, button, [tabindex]');
    if (target) {
      target.focus();
      target.scrollIntoView({ block: 'center' });
      return;
    }
  }
}
