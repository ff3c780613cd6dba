/** Puts the keyboard at the field that lacks something, and marks it until something is typed there. */
export function blame(field: HTMLElement | null | undefined): void {
  if (!field) return;
  field.setAttribute('aria-invalid', 'true');
  field.addEventListener('input', () => field.removeAttribute('aria-invalid'), { once: true });
  field.focus();
}
