/** Undoes what was done before packing: the bytes of a row told by those beside and above. */
export function predicted(bytes: Uint8Array, told: (key: string, otherwise: number) => number): Uint8Array {
  const kind = told('/Predictor', 1)
  if (kind < 2) return bytes
  const [colours, depth] = [told('/Colors', 1), told('/BitsPerComponent', 8)]
  const step = Math.max(1, Math.ceil((colours * depth) / 8))
  const row = Math.ceil((colours * depth * told('/Columns', 1)) / 8)
  return kind === 2 ? sideways(bytes, row, step, depth) : filtered(bytes, row, step)
}

function sideways(bytes: Uint8Array, row: number, step: number, depth: number): Uint8Array {
  const out = Uint8Array.from(bytes)
  if (depth !== 8) return out
  for (let start = 0; start < out.length; start += row)
    for (let at = start + step; at < Math.min(out.length, start + row); at += 1)
      out[at] = (out[at]! + out[at - step]!) & 0xff
  return out
}

function filtered(bytes: Uint8Array, row: number, step: number): Uint8Array {
  const rows = Math.ceil(bytes.length / (row + 1))
  const out = new Uint8Array(rows * row)
  for (let line = 0; line < rows; line += 1) {
    const kind = bytes[line * (row + 1)]!
    const [from, to] = [line * (row + 1) + 1, line * row]
    for (let at = 0; at < row; at += 1) {
      const left = at >= step ? out[to + at - step]! : 0
      const up = line > 0 ? out[to + at - row]! : 0
      const corner = line > 0 && at >= step ? out[to + at - row - step]! : 0
      const guess = [0, left, up, (left + up) >> 1, nearest(left, up, corner)][kind] ?? 0
      out[to + at] = ((bytes[from + at] ?? 0) + guess) & 0xff
    }
  }
  return out
}

function nearest(left: number, up: number, corner: number): number {
  const guess = left + up - corner
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  return a <= b && a <= c ? left : b <= c ? up : corner
}
