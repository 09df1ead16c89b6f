import type { Piece } from '#shared/registers/search/words.ts'

/** A text whose matching words stand out. */
export function Marked({ pieces }: { readonly pieces: readonly Piece[] }) {
  return pieces.map(({ text, hit }, index) => (hit ? <mark key={index}>{text}</mark> : text))
}
