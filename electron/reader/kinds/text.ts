import chardet from 'chardet'
import iconv from 'iconv-lite'
import type { Finding, Given } from '../finding.ts'

/** Reads plain text in whatever encoding it is. */
export function readPlainText({ bytes }: Given, finding: Finding): Promise<void> {
  const { text, encoding, isSure } = decoded(bytes)
  finding.fact('Encoding', isSure ? encoding : `${encoding} (a guess)`)
  finding.page('Text', text)
  if (!isSure)
    finding.lacks(
      'Some letters may be wrong: which encoding it was written in is not known.',
      'Open it in the program it was made with, and save it as UTF-8.',
    )
  return Promise.resolve()
}

const MARKS: ReadonlyArray<readonly [Buffer, string]> = [
  [Buffer.from([0xef, 0xbb, 0xbf]), 'UTF-8'],
  [Buffer.from([0xff, 0xfe]), 'UTF-16LE'],
  [Buffer.from([0xfe, 0xff]), 'UTF-16BE'],
]

/** What a guess has to be worth to count as known. */
const SURE = 20

type Decoded = { readonly text: string; readonly encoding: string; readonly isSure: boolean }

/** The text of some bytes and the encoding it was taken for: by its mark, as UTF-8 where it fits, else by guess. */
export function decoded(bytes: Buffer, declared: string | null = null): Decoded {
  const mark = MARKS.find(([start]) => bytes.subarray(0, start.length).equals(start))
  if (mark) return { text: iconv.decode(bytes, mark[1]), encoding: mark[1], isSure: true }
  if (declared && iconv.encodingExists(declared))
    return { text: iconv.decode(bytes, declared), encoding: declared, isSure: true }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return { text, encoding: 'UTF-8', isSure: true }
  } catch {
    const [guess] = chardet.analyse(bytes.subarray(0, 200_000))
    const encoding = guess && iconv.encodingExists(guess.name) ? guess.name : 'windows-1252'
    return { text: iconv.decode(bytes, encoding), encoding, isSure: (guess?.confidence ?? 0) >= SURE }
  }
}
