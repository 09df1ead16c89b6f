import { createHash } from 'node:crypto'
import { constants, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import createQpdf from '@neslinesli93/qpdf-wasm'
import { withSeededRandom } from './seeded-random.ts'

/** What a PDF is locked with. */
export type Lock = { readonly password: string; readonly seed: Uint8Array; readonly moment: number }

type Qpdf = {
  readonly callMain: (args: string[]) => number
  readonly FS: {
    writeFile(path: string, bytes: Uint8Array): void
    readFile(path: string): Uint8Array
  }
}

/**
 * Encrypts a PDF with AES-256 (revision 6), by qpdf. Its random bytes come from the seed and the file, and its clock
 * stands at the moment given, so that the same file, password and seed give the same bytes.
 */
export async function lockPdf(bytes: Uint8Array, { password, seed, moment }: Lock): Promise<Uint8Array> {
  const hash = createHash('sha256').update(bytes).digest('hex')
  const purpose = `pdf\0${hash}\0${createHash('sha256').update(password).digest('hex')}`
  return withSeededRandom(seed, purpose, () =>
    withClockAt(moment, () => encrypted(bytes, password, purpose, seed)),
  )
}

async function encrypted(
  bytes: Uint8Array,
  password: string,
  purpose: string,
  seed: Uint8Array,
): Promise<Uint8Array> {
  // It asks Node's inside for the numbers of open modes, which this process may not; they are public elsewhere.
  Object.defineProperty(process, 'binding', { value: () => ({ fs: constants }), configurable: true })
  const wasm = createRequire(import.meta.url).resolve('@neslinesli93/qpdf-wasm/dist/qpdf.wasm')
  const qpdf = (await (createQpdf as unknown as (options: object) => Promise<unknown>)({
    wasmBinary: readFileSync(wasm),
    locateFile: () => wasm,
    noInitialRun: true,
    print: () => {},
    printErr: () => {},
  })) as Qpdf
  qpdf.FS.writeFile('/open.pdf', bytes)
  // The owner's password only lifts restrictions, and there are none: nobody needs to know it.
  const owner = createHash('sha256').update(seed).update(`owner\0${purpose}`).digest('hex')
  const code = qpdf.callMain([
    '--warning-exit-0',
    '--encrypt',
    password,
    owner,
    '256',
    '--',
    '/open.pdf',
    '/locked.pdf',
  ])
  if (code !== 0) throw new Error('The PDF could not be encrypted')
  return qpdf.FS.readFile('/locked.pdf')
}

/** Lets the clock stand: qpdf makes the identifier of a file from the time. */
async function withClockAt<Result>(moment: number, work: () => Promise<Result>): Promise<Result> {
  const { now } = Date
  Date.now = () => moment
  try {
    return await work()
  } finally {
    Date.now = now
  }
}
