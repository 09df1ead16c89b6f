/** A table as other programs take it from the clipboard. */
export type CopiedTable = { readonly text: string; readonly html: string }

/** Writes heads and rows as tab-separated text and as an HTML table; no cell can run as a formula. */
export function tableText(heads: readonly string[], rows: readonly (readonly string[])[]): CopiedTable {
  const lines = [heads, ...rows].map((cells) => cells.map(harmless))
  return {
    text: lines.map((cells) => cells.map((cell) => cell.replaceAll(/[\t\r\n]+/g, ' ')).join('\t')).join('\n'),
    html: `<table>${lines.map((cells, at) => htmlRow(cells, at === 0 ? 'th' : 'td')).join('')}</table>`,
  }
}

// A spreadsheet takes text that begins with one of these for a formula, pasted text included.
function harmless(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
}

function htmlRow(cells: readonly string[], tag: 'th' | 'td'): string {
  return `<tr>${cells.map((cell) => `<${tag}>${escapeHtml(cell)}</${tag}>`).join('')}</tr>`
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
