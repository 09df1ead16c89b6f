import type { PackPlan, PlanDocument, PlanRun } from '#shared/cases/pack-plan.ts'

/** Part of a document that goes into one volume. */
export type Piece = { readonly document: PlanDocument; readonly run: PlanRun; readonly firstNumber: number }

/** Where a document lies in the pack: its volume, its first page there, and its references. */
export type Placed = {
  readonly document: PlanDocument
  readonly title: string
  readonly volume: number
  /** Counted from 1. */
  readonly page: number
  readonly firstNumber: number
  readonly pages: number
}

/** The pages of a plan in their order, numbered. */
export function piecesOf({ documents, firstNumber }: PackPlan): readonly Piece[] {
  let number = firstNumber
  return documents.flatMap((document) =>
    document.runs.map((run) => {
      const piece = { document, run, firstNumber: number }
      number += run.pages
      return piece
    }),
  )
}

/** How many pages some pieces have. */
export const pagesIn = (pieces: readonly Piece[]) => pieces.reduce((sum, { run }) => sum + run.pages, 0)

/** As many pages as fit into a volume, at least one, and those that are left. */
export function firstOf(
  pieces: readonly Piece[],
  mostPages: number,
  mostBytes: number,
): [readonly Piece[], readonly Piece[]] {
  const first: Piece[] = []
  let [pages, bytes] = [0, 0]
  for (const [index, piece] of pieces.entries()) {
    const share = piece.run.bytes / piece.run.pages
    const byBytes = share > 0 ? Math.floor((mostBytes - bytes) / share) : piece.run.pages
    const fit = Math.max(pages === 0 ? 1 : 0, Math.min(piece.run.pages, mostPages - pages, byBytes))
    if (fit < piece.run.pages) {
      const [now, later] = parted(piece, fit)
      return [now ? [...first, now] : first, [later, ...pieces.slice(index + 1)]]
    }
    first.push(piece)
    pages += fit
    bytes += piece.run.bytes
  }
  return [first, []]
}

function parted({ document, run, firstNumber }: Piece, at: number): [Piece | null, Piece] {
  const share = run.bytes / run.pages
  const part = (from: number, pages: number): Piece => ({
    document,
    firstNumber: firstNumber + from,
    run: {
      ...run,
      firstPage: run.firstPage + from,
      from: run.from + from,
      pages,
      bytes: Math.ceil(share * pages),
    },
  })
  return [at > 0 ? part(0, at) : null, part(at, run.pages - at)]
}

/** Parts of one run that stand beside each other again are one again. */
export function joined(pieces: readonly Piece[]): readonly Piece[] {
  const result: Piece[] = []
  for (const piece of pieces) {
    const last = result.at(-1)
    const follows =
      last &&
      last.document === piece.document &&
      last.run.paper === piece.run.paper &&
      last.run.from + last.run.pages === piece.run.from &&
      last.firstNumber + last.run.pages === piece.firstNumber
    if (follows)
      result[result.length - 1] = {
        ...last,
        run: {
          ...last.run,
          pages: last.run.pages + piece.run.pages,
          bytes: last.run.bytes + piece.run.bytes,
        },
      }
    else result.push(piece)
  }
  return result
}

/** Where the documents of a volume begin. */
export function placedIn(pieces: readonly Piece[], volume: number): readonly Placed[] {
  const placed: Placed[] = []
  let page = 1
  for (const { document, run, firstNumber } of pieces) {
    const last = placed.at(-1)
    if (last?.document === document) placed[placed.length - 1] = { ...last, pages: last.pages + run.pages }
    else
      placed.push({
        document,
        title: document.title || 'Document',
        volume,
        page,
        firstNumber,
        pages: run.pages,
      })
    page += run.pages
  }
  return placed
}
