import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const FOLDER = fileURLToPath(new URL('../../../shared/seeds/', import.meta.url))
const MAP = fileURLToPath(new URL('../../../shared/law/seeds-map.md', import.meta.url))

/** Why tests on the notices themselves cannot run here, or `undefined` when they can. */
export const NO_NOTICES =
  existsSync(FOLDER) && existsSync(MAP) ? undefined : 'the notices are not beside this checkout'

/** The five notices by number, white space made even. */
export function readNotices(): ReadonlyMap<string, string> {
  return new Map(
    readdirSync(FOLDER)
      .filter((file) => file.endsWith('.txt'))
      .map((file) => [file.slice(0, 3), readFileSync(FOLDER + file, 'utf8').replaceAll(/\s+/g, ' ')]),
  )
}

/** The rows of the written map. */
export function readWrittenRows() {
  let section = ''
  return readFileSync(MAP, 'utf8')
    .split('\n')
    .flatMap((line) => {
      section = /^## (.)/.exec(line)?.[1] ?? section
      const [, row, fact, notice, quote] =
        /^\| (\d+) \| (.+) \| (\d{3})_\w+\.txt \| "(.+)" \|$/.exec(line) ?? []
      return row ? [{ row: Number(row), section, fact, notice, quote }] : []
    })
}
