import type { Line } from '../line.ts'
import { type FromRecogniser, ToRecogniser } from './messages.ts'
import { startTesseract, type Tesseract } from './tesseract.ts'
import { wordsOfBlocks } from './words-of-blocks.ts'

/** Recognises the words of one picture after another. */
export async function serveRecogniser(line: Line): Promise<void> {
  const tell = (message: FromRecogniser) => line.tell(message)
  const tesseract = await startTesseract()
  let turn = Promise.resolve()
  line.hear((raw) => {
    const { data } = ToRecogniser.safeParse(raw)
    if (data) turn = turn.then(async () => tell(await answer(tesseract, data)))
  })
  tell({ say: 'ready' })
}

async function answer(tesseract: Tesseract, { say, picture }: ToRecogniser): Promise<FromRecogniser> {
  try {
    if (say === 'convert') return { say: 'converted', png: await tesseract.convert(picture) }
    return { say: 'recognised', ...wordsOfBlocks(await tesseract.recognise(picture)) }
  } catch {
    // What the library says may quote the picture; that it cannot be read is all there is to tell.
    return { say: 'refused' }
  }
}
