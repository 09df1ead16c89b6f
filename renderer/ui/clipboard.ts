/** Puts a text on the clipboard, and the same as a table for programs that can read one. */
export function putOnClipboard(text: string, html: string | null = null): void {
  // The page has no permission to use the clipboard by itself; a copy event it answers needs none.
  const answer = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text)
    if (html !== null) event.clipboardData?.setData('text/html', html)
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  document.addEventListener('copy', answer, { once: true, capture: true })
  document.execCommand('copy')
  document.removeEventListener('copy', answer, { capture: true })
}
