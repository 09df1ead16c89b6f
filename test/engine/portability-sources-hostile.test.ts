import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stringify } from 'csv-stringify/sync'
import { afterAll, describe, expect, test } from 'vitest'
import { lookAtSource } from '#engine/portability/sources/look-at-source.ts'
import { openSource } from '#engine/portability/sources/open-source.ts'
import { AppError } from '#shared/errors.ts'
import { startTestEngine } from '../support/engine.ts'
import { naughtyCorpora } from '../support/naughty.ts'
import { FOUND_OUT, readBytesAs, readSource } from '../support/a-source.ts'

const CORPORA = fileURLToPath(new URL('../../../shared/corpora/', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'dpo-sources-'))
afterAll(() => rmSync(folder, { recursive: true }))
const step = () => Promise.resolve()

describe('what is no export of a system', () => {
  test.each([
    ['a.pdf', '%PDF-1.7\n', 'a PDF'],
    ['a.png', Buffer.from('89504e470d0a1a0a', 'hex'), 'a picture'],
    ['a.html', '<!DOCTYPE html><table>', 'a web page'],
    ['a.rtf', '{\\rtf1 x}', 'a text document'],
    ['a.csv.gz', Buffer.from('1f8b0800', 'hex'), 'an archive'],
    [
      'a.xls',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('Workbook', 'utf16le')]),
      '.xls',
    ],
    ['a.csv', '', 'is empty'],
    ['a.csv', ' \n\n,,\n', 'holds no row'],
    ['a.bin', Buffer.from(Array.from({ length: 4_000 }, (_, at) => (at * 97) % 256)), 'not a text'],
    [
      'a.db',
      Buffer.from(Array.from({ length: 4_000 }, (_, at) => (at * 97) % 256)),
      'locked with a password',
    ],
    ['a.zip', 'PK\u0003\u0004broken', 'is damaged'],
  ])('%s is refused with the way out', async (name, bytes, says) => {
    await expect(readBytesAs(name, bytes)).rejects.toThrow(says)
  })

  test('a folder and a file that is gone are told', async () => {
    await expect(readSource(folder)).rejects.toThrow('is a folder. Choose the file')
    await expect(readSource(join(folder, 'gone.csv'))).rejects.toThrow('is not there any more')
  })

  test.each(['t.csv', 't.json', 't.xml'])(
    '%s that is written to while it is read is refused',
    async (name) => {
      const path = join(folder, name)
      const rows = Array.from({ length: 40_000 }, (_, at) => at)
      if (name === 't.csv') writeFileSync(path, `a,b\n${rows.map((at) => `${at},person ${at}`).join('\n')}\n`)
      else if (name === 't.json')
        writeFileSync(path, JSON.stringify(rows.map((a) => ({ a, b: `person ${a}` }))))
      else writeFileSync(path, `<l>${rows.map((at) => `<p><a>${at}</a></p>`).join('')}</l>`)
      const source = await openSource(path, FOUND_OUT)
      const [table] = await source.tables()
      await expect(
        (async () => {
          let isFirst = true
          for await (const _ of source.read(table!.name)) {
            if (isFirst) appendFileSync(path, ' ')
            isFirst = false
          }
        })(),
      ).rejects.toThrow('was changed while it was read')
      await source.close()
    },
  )
})

describe('a look at a file', () => {
  test('says its columns with samples, what is filled and of what type', async () => {
    const path = join(folder, 'look.csv')
    const rows = Array.from(
      { length: 3_000 },
      (_, at) => `${at},p${at % 7}@example.org,${at % 2 ? '' : '2026-01-05'}`,
    )
    writeFileSync(path, `id,email,joined\n${rows.join('\n')}\n`)
    const look = await lookAtSource(path, null, FOUND_OUT, step)
    expect(look).toMatchObject({ form: 'csv', table: '', rowsSeen: 1_000, encoding: 'utf-8', delimiter: ',' })
    expect(look.columns).toEqual([
      { name: 'id', type: 'integer', filled: 1_000, samples: ['0', '1', '2', '3', '4'] },
      {
        name: 'email',
        type: 'text',
        filled: 1_000,
        samples: [0, 1, 2, 3, 4].map((at) => `p${at}@example.org`),
      },
      { name: 'joined', type: 'date', filled: 500, samples: ['2026-01-05'] },
    ])
    await expect(lookAtSource(path, 'other', FOUND_OUT, step)).rejects.toThrow('has no table called “other”')
  })
})

describe('the procedure of the program', () => {
  test('looks at a file the person chose, and at the table that is named', async () => {
    await using engine = await startTestEngine()
    const path = join(folder, 'two.json')
    writeFileSync(path, '{"accounts":[{"id":1}],"bookings":[{"course":"First aid"},{"course":"Safer care"}]}')
    const options = { ...FOUND_OUT }
    const first = await engine.call('portability.lookAt', { path, table: null, options })
    expect(first).toMatchObject({ fileName: 'two.json', form: 'json', table: 'accounts' })
    expect(first.tables).toEqual([
      { name: 'accounts', columns: 1, rows: 1 },
      { name: 'bookings', columns: 1, rows: 2 },
    ])
    const second = await engine.call('portability.lookAt', { path, table: 'bookings', options })
    expect(second.columns).toEqual([
      { name: 'course', type: 'text', filled: 2, samples: ['First aid', 'Safer care'] },
    ])
  })
})

describe.skipIf(!existsSync(CORPORA))('public collections', () => {
  test(
    'every file is read, or refused with a sentence that tells nothing of its cells',
    { timeout: 120_000 },
    async () => {
      const folders = [
        'injection',
        'injection/blns',
        'injection/csv-spectrum/csvs',
        'archives/frictionless',
        'archives/frictionless/invalid',
        'archives/hostile',
        'registers/fides',
        'breaches',
        'visible/files',
      ]
      const paths = folders
        .flatMap((name) => readdirSync(`${CORPORA}${name}`).map((file) => join(CORPORA, name, file)))
        .filter((path) => statSync(path).isFile())
      const odd: string[] = []
      let read = 0
      for (const path of paths) {
        try {
          read += (await readSource(path)).size > 0 ? 1 : 0
        } catch (error) {
          const isSaid =
            error instanceof AppError && error.code === 'invalid' && /[.] *[A-Z].*[.]$/u.test(error.message)
          if (!isSaid) odd.push(`${path}: ${String(error)}`)
        }
      }
      expect(odd).toEqual([])
      expect(paths.length).toBeGreaterThan(150)
      expect(read).toBeGreaterThan(50)
    },
  )

  test('naughty texts and formulas come out as they are', async () => {
    const words = naughtyCorpora()!.words.map((word) => word.replaceAll('\u0000', '').toWellFormed())
    const kept = words.filter((word) => word.trim() !== '')
    const read = await readBytesAs(
      't.csv',
      stringify([['word'], ...kept.map((word) => [word])], { quoted: true }),
      {
        encoding: 'utf-8',
        delimiter: ',',
      },
    )
    expect(read.rows.flat()).toEqual(kept)
  })
})
