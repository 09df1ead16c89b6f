import type { Output } from '#shared/rpc/contract.ts'

export type Chain = Output<'processors.chain'>

/** A box of the drawing: somebody in the chain. */
export type ChainBox = {
  readonly key: string
  readonly x: number
  readonly y: number
  readonly lines: readonly string[]
  readonly detail: string
  readonly standing: 'root' | 'authorised' | 'open' | 'refused'
}

export type ChainDrawing = {
  readonly width: number
  readonly height: number
  readonly boxes: readonly ChainBox[]
  readonly edges: readonly { readonly key: string; readonly path: string }[]
}

export const BOX = { width: 210, height: 56 } as const
const GAP = { across: 60, down: 14 } as const
const EDGE = 10
const LETTERS_PER_LINE = 30

/** The chain from left to right: each step a column, each branch a row. */
export function layOutChain({ title, links }: Chain): ChainDrawing {
  const root: ChainBox = {
    key: 'root',
    x: EDGE,
    y: EDGE,
    lines: wrapped(title),
    detail: '',
    standing: 'root',
  }
  const boxes = links.map((link, index): ChainBox => ({
    key: `${index}`,
    x: EDGE + link.depth * (BOX.width + GAP.across),
    y: EDGE + index * (BOX.height + GAP.down),
    lines: wrapped(link.toTitle),
    detail: link.isCycle ? 'leads back: not followed again' : link.countries.join(', '),
    standing: link.authorised === true ? 'authorised' : link.authorised === false ? 'refused' : 'open',
  }))
  const edges = links.map((link, index) => ({
    key: `${index}`,
    path: pathBetween(parentOf(links, index, [root, ...boxes]), boxes[index]!),
  }))
  const depth = Math.max(0, ...links.map((link) => link.depth))
  return {
    width: 2 * EDGE + (depth + 1) * BOX.width + depth * GAP.across,
    height: 2 * EDGE + Math.max(1, links.length) * (BOX.height + GAP.down) - GAP.down,
    boxes: [root, ...boxes],
    edges,
  }
}

/** The nearest step above in the list that is one step nearer; the root stands first among the boxes. */
function parentOf(links: Chain['links'], index: number, boxes: readonly ChainBox[]): ChainBox {
  const { depth } = links[index]!
  const above = links.slice(0, index).findLastIndex((link) => link.depth === depth - 1)
  return boxes[above + 1]!
}

function pathBetween(from: ChainBox, to: ChainBox): string {
  const [startX, startY] = [from.x + BOX.width, from.y + BOX.height / 2]
  const [endX, endY] = [to.x, to.y + BOX.height / 2]
  const middle = (startX + endX) / 2
  return `M${startX} ${startY}C${middle} ${startY} ${middle} ${endY} ${endX} ${endY}`
}

function wrapped(text: string): readonly string[] {
  const lines = text.split(' ').reduce<string[]>((made, word) => {
    const last = made.at(-1)
    if (last !== undefined && last.length + word.length < LETTERS_PER_LINE)
      return [...made.slice(0, -1), `${last} ${word}`]
    return [...made, word]
  }, [])
  return lines.length <= 2 ? lines : [lines[0]!, `${lines[1]!.slice(0, LETTERS_PER_LINE - 1)}…`]
}
