/** Reads CSV by the letter of RFC 4180, so that the writer is not checked by its own family. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let isQuoted = false
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text
  for (let at = 0; at < body.length; at += 1) {
    const letter = body[at] ?? ''
    if (isQuoted) {
      if (letter !== '"') cell += letter
      else if (body[at + 1] === '"') cell += body[(at += 1)]
      else isQuoted = false
    } else if (letter === '"') isQuoted = true
    else if (letter === ',') {
      row.push(cell)
      cell = ''
    } else if (letter === '\r' && body[at + 1] === '\n') {
      rows.push([...row, cell])
      row = []
      cell = ''
      at += 1
    } else cell += letter
  }
  return cell || row.length > 0 ? [...rows, [...row, cell]] : rows
}
