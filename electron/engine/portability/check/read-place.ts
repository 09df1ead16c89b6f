import { AppError } from '#shared/errors.ts'
import { LIMITS } from '../../archive/bag-source.ts'
import type { Place } from './form-to-check.ts'

/** A small file of the bag as text; throws `not-found` where it is not there, `rule` where it is too large or no UTF-8. */
export async function wholeText(place: Place, name: string): Promise<string> {
  const bytes = place.bag.files.get(name)?.bytes ?? 0
  if (bytes > LIMITS.tagFileBytes) throw new AppError('rule', 'It is too large for what it should be.')
  let text = ''
  for await (const piece of textPieces(place, name)) text += piece
  return text
}

/** A small file of the bag as what its JSON says; throws `rule` where it is none. */
export async function wholeJson(place: Place, name: string): Promise<unknown> {
  const text = await wholeText(place, name)
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new AppError('rule', 'It is not JSON.', { cause: error })
  }
}

/** A file of the bag as text in pieces, whatever its length; `see` is shown its bytes. Throws `rule` where it is no UTF-8. */
export async function* textPieces(
  place: Place,
  name: string,
  see: (piece: Buffer) => void = () => {},
): AsyncGenerator<string> {
  const entry = place.bag.files.get(name)
  if (!entry) throw new AppError('not-found', 'It is not there.')
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  const decode = (piece?: Buffer) => {
    try {
      return piece ? decoder.decode(piece, { stream: true }) : decoder.decode()
    } catch (error) {
      throw new AppError('rule', 'It is not written in UTF-8.', { cause: error })
    }
  }
  for await (const piece of await place.source.open(entry.name)) {
    see(piece as Buffer)
    yield decode(piece as Buffer)
  }
  yield decode()
}

/** The longest line that is read, in letters: no honest cell comes near it. */
const LONGEST_LINE = 128 * 1024 ** 2

/** Text in pieces as lines in batches, without what ends them; the last one is what comes after the last end. */
export async function* linesOf(
  pieces: AsyncIterable<string>,
  end: '\n' | '\r\n',
): AsyncGenerator<readonly string[]> {
  let [held, length, back]: [string[], number, string] = [[], 0, '']
  for await (const piece of pieces) {
    const whole = back + piece
    // What ends a line may be cut in two.
    back = end === '\r\n' && whole.endsWith('\r') ? '\r' : ''
    const lines = whole.slice(0, whole.length - back.length).split(end)
    const last = lines.pop() ?? ''
    if (lines.length > 0) {
      lines[0] = held.join('') + lines[0]!
      yield lines
      ;[held, length] = [[], 0]
    }
    held.push(last)
    length += last.length
    if (length > LONGEST_LINE) throw new AppError('rule', 'A line of it is too long to be read.')
  }
  yield [held.join('') + back]
}
