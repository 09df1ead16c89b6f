/** The cell the keys act on; line -1 is the heads. */
export type Cell = { readonly line: number; readonly column: number }

export type GridSize = { readonly lines: number; readonly columns: number; readonly page: number }

/** Where a key leads from a cell, or null when it is not a key that moves. */
export function moveCell({ line, column }: Cell, key: string, command: boolean, size: GridSize): Cell | null {
  const at = (toLine: number, toColumn: number): Cell => ({
    line: Math.max(-1, Math.min(size.lines - 1, toLine)),
    column: Math.max(0, Math.min(size.columns - 1, toColumn)),
  })
  switch (key) {
    case 'ArrowDown':
      return command ? at(size.lines - 1, column) : at(line + 1, column)
    case 'ArrowUp':
      return command ? at(0, column) : at(line - 1, column)
    case 'ArrowRight':
      return command ? at(line, size.columns - 1) : at(line, column + 1)
    case 'ArrowLeft':
      return command ? at(line, 0) : at(line, column - 1)
    case 'Home':
      return command ? at(0, 0) : at(line, 0)
    case 'End':
      return command ? at(size.lines - 1, size.columns - 1) : at(line, size.columns - 1)
    case 'PageDown':
      return at(Math.max(0, line) + size.page, column)
    case 'PageUp':
      return at(Math.max(0, line - size.page), column)
    default:
      return null
  }
}
