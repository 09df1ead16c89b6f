import type { SheetCells } from '#shared/reading/reading.ts'
import type { Line } from './line.ts'
import { FromEngine, type ToEngine } from './messages.ts'
import { readFile } from './read-file.ts'

/** Gets the bytes of one file after another and answers with what it found. */
export function serveFiles(line: Line): void {
  let pieces: Buffer[] = []
  let acknowledge: (() => void) | null = null
  const tell = (message: ToEngine) => line.tell(message)

  line.hear((raw) => {
    const parsed = FromEngine.safeParse(raw)
    if (!parsed.success) return
    const message = parsed.data
    if (message.say === 'piece') pieces.push(Buffer.from(message.bytes))
    else if (message.say === 'taken') acknowledge?.()
    else void read(message)
  })
  tell({ say: 'ready' })

  async function read({
    name,
    password,
    texts,
    cells = false,
  }: Extract<FromEngine, { say: 'read' }>): Promise<void> {
    const bytes = Buffer.concat(pieces)
    pieces = []
    const sheets: SheetCells[] = []
    const takeSheet = cells ? (sheet: SheetCells) => void sheets.push(sheet) : undefined
    const reading = await readFile(
      { name, bytes, password, texts, takeSheet },
      (part) => handOut({ say: 'part', part }),
      (unlocked) => handOut({ say: 'unlocked', bytes: Uint8Array.from(unlocked) }),
    )
    tell(cells ? { say: 'found', reading, sheets } : { say: 'found', reading })
  }

  /** Hands something over and waits until it was taken, so that never more than one is on its way. */
  async function handOut(message: ToEngine): Promise<void> {
    const taken = new Promise<void>((resolve) => (acknowledge = resolve))
    tell(message)
    await taken
  }
}
