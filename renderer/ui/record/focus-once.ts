/** A ref that gives a field the focus when it appears; it is stable, so not again at every key. */
export function focusOnce(box: HTMLInputElement | HTMLTextAreaElement | null): void {
  box?.focus()
}
