import './global-crypto.ts'
import { type Line, openLine } from '../reader/line.ts'
import { FromEngine, ToEngine } from './messages.ts'
import { lockPdf } from './lock-pdf.ts'
import { type LockedZip, startLockedZip } from './lock-zip.ts'
import { Unbound } from './pdf-documents.ts'
import { pagesWith, startVolume, type Volume } from './volume.ts'

// The binder: a process of its own that makes one volume of a pack out of pages of papers, or a zip with encrypted
// files. It is told no path, has no key and writes nothing; the engine ends it after some.
let pieces: Uint8Array[] = []
let volume: Promise<Volume> | null = null
let zip: LockedZip | null = null
let before: Promise<unknown> = Promise.resolve()

const PIECE = 1 << 20

let line: Line | null = null

void openLine().then((opened) => {
  line = opened
  opened.hear((raw) => {
    const parsed = FromEngine.safeParse(raw)
    if (!parsed.success) return
    const message = parsed.data
    if (message.say === 'piece') pieces.push(message.bytes)
    else {
      // What was sent before belongs to this; what comes next may be here before it is done.
      const sent = pieces
      pieces = []
      before = before.then(() => answer(message, Buffer.concat(sent)))
    }
  })
  tell({ say: 'ready' })
})

type Asked = Exclude<FromEngine, { say: 'piece' }>

async function answer(asked: Asked, sent: Buffer): Promise<void> {
  try {
    tell({ say: 'done', count: await done(asked, sent) })
  } catch (error) {
    // What a library says may quote the file, so only a code is told.
    const code = error instanceof Unbound ? codeOf(error.message) : 'broken'
    tell({ say: 'failed', code })
  }
}

async function done(asked: Asked, sent: Buffer): Promise<number> {
  switch (asked.say) {
    case 'open':
      return (await (volume ??= startVolume())).open(asked.sha256, sent)
    case 'drop':
      ;(await volume)?.drop(asked.sha256)
      return 0
    case 'take':
      ;(await volume)?.take(asked.sha256, asked)
      return asked.pages.length
    case 'bind': {
      if (!volume) throw new Unbound('broken')
      const { bytes, pictures } = (await volume).bind(asked.bookmarks)
      // The next volume gets a PDFium of its own: its memory never shrinks.
      volume = null
      if (bytes.length > asked.most) return bytes.length
      tell({ say: 'pictures', pages: [...pictures] })
      return give(bytes)
    }
    case 'lock':
      return give(await lockPdf(sent, asked.lock))
    case 'try':
      return pagesWith(sent, asked.password)
    case 'zip':
      zip = startLockedZip(asked.lock, (bytes) => void give(bytes))
      return 0
    case 'add':
      await zip?.add(asked.name, sent, asked.store)
      return 0
    case 'begin':
      zip?.begin(asked.name, asked.store)
      return 0
    case 'more':
      await zip?.more(sent)
      return 0
    case 'whole':
      await zip?.whole()
      return 0
    case 'end':
      await zip?.end()
      return 0
  }
}

function give(bytes: Uint8Array): number {
  for (let from = 0; from < bytes.length; from += PIECE)
    tell({ say: 'piece', bytes: Uint8Array.from(bytes.subarray(from, from + PIECE)) })
  return bytes.length
}

function codeOf(message: string) {
  const parsed = ToEngine.safeParse({ say: 'failed', code: message })
  return parsed.success && parsed.data.say === 'failed' ? parsed.data.code : 'broken'
}

function tell(message: ToEngine): void {
  line?.tell(message)
}
