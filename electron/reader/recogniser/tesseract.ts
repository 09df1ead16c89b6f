import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'

const load = createRequire(import.meta.url)

/** Words with their boxes in pixels, in lines, in paragraphs, in blocks. */
export type Block = { readonly paragraphs: readonly { readonly lines: readonly BlockLine[] }[] }
type BlockLine = { readonly words: readonly BlockWord[] }
export type BlockWord = {
  readonly text: string
  readonly confidence: number
  readonly bbox: { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number }
}

/** Tesseract with the English language. */
export type Tesseract = {
  recognise(picture: Uint8Array): Promise<readonly Block[]>
  /** A picture of any kind that Tesseract can open, as PNG. */
  convert(picture: Uint8Array): Promise<Uint8Array>
}

/** The part of the library that does the work; the other part starts a thread, which this process is instead. */
type Works = {
  setAdapter(adapter: object): void
  dispatchHandlers(packet: object, send: (said: Said) => void): void
}
type Said = { readonly status: 'resolve' | 'reject' | 'progress'; readonly data: unknown }
type Result = { readonly blocks: readonly Block[] | null; readonly imageColor: string | null }

/** Its mode that knows neural networks only, as the language has nothing else. */
const LSTM_ONLY = 1

/** Starts it with the language that ships with the program: nothing is fetched, and nothing is written. */
export async function startTesseract(): Promise<Tesseract> {
  const works = load('tesseract.js/src/worker-script/index.js') as Works
  works.setAdapter({
    getCore: load('tesseract.js/src/worker-script/node/getCore.js'),
    gunzip: gunzipSync,
    readCache: never,
    writeCache: never,
    deleteCache: never,
    checkCache: never,
    fetch: never,
  })
  const ask = (action: string, payload: object) =>
    new Promise<unknown>((resolve, reject) => {
      works.dispatchHandlers({ workerId: 'one', jobId: action, action, payload }, ({ status, data }) => {
        if (status === 'resolve') resolve(data)
        else if (status === 'reject') reject(new Error('Tesseract failed', { cause: data }))
      })
    })

  await ask('load', { options: { lstmOnly: true, logging: false } })
  const langs = [{ code: 'eng', data: await language() }]
  await ask('loadLanguage', { langs, options: { cacheMethod: 'none', gzip: true, lstmOnly: true } })
  await ask('initialize', { langs: 'eng', oem: LSTM_ONLY })
  return {
    async recognise(image) {
      const output = { text: false, blocks: true }
      return ((await ask('recognize', { image, options: {}, output })) as Result).blocks ?? []
    },
    async convert(image) {
      const output = { text: false, imageColor: true }
      const { imageColor } = (await ask('recognize', { image, options: {}, output })) as Result
      return Buffer.from(imageColor?.split(',')[1] ?? '', 'base64')
    },
  }
}

function language(): Promise<Buffer> {
  const folder = dirname(load.resolve('@tesseract.js-data/eng/package.json'))
  return readFile(join(folder, '4.0.0_best_int', 'eng.traineddata.gz'))
}

const never = () => Promise.reject(new Error('Nothing is fetched and nothing is kept'))
