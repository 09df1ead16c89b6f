import { globSync, readFileSync } from 'node:fs'
import { basename, dirname, join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'
import { DescribedName } from '#shared/described/names.ts'

/** Who may import whom; a target is a path from the root or a bare package name. */
type Rule = { from: RegExp; allow: (target: string) => boolean; because: string }

const RULES: Rule[] = [
  {
    from: /^shared\//,
    allow: (to) => to.startsWith('shared/') || to === 'zod' || to === 'temporal-polyfill',
    because: 'shared/ runs in every process, so it knows zod, temporal-polyfill and itself only',
  },
  {
    from: /^renderer\//,
    allow: (to) => !/^(electron\/|electron$|node:|resources\/)/.test(to),
    because: 'the renderer reaches the engine through renderer/api only',
  },
  {
    from: /^electron\/preload\//,
    allow: (to) => to === 'electron' || to === 'zod' || /^(shared|electron\/preload)\//.test(to),
    because: 'the preload is one small bundled file between the window and the engine',
  },
  {
    from: /^electron\/main\//,
    allow: (to) => !/^(electron\/(engine|reader|binder|cli|preload)|renderer)\//.test(to),
    because: 'the shell starts the engine; it does not contain it',
  },
  {
    from: /^electron\/engine\//,
    allow: (to) =>
      to !== 'electron' &&
      !/^(electron\/(main|preload|cli)|renderer)\//.test(to) &&
      (!/^electron\/(reader|binder)\//.test(to) || to.endsWith('/messages.ts')),
    because: 'the engine also runs under plain Node; of the reader and the binder it knows only the messages',
  },
  {
    from: /^electron\/reader\//,
    allow: (to) => to !== 'electron' && !/^(electron\/(?!reader\/)|renderer|resources)/.test(to),
    because: 'the reader meets hostile files, so it knows shared/ and its libraries only',
  },
  {
    from: /^electron\/binder\//,
    allow: (to) =>
      to !== 'electron' &&
      (!/^(electron\/(?!binder\/)|renderer|resources)/.test(to) ||
        /^electron\/reader\/(line|kinds\/pdf\/pdfium|papers\/place)\.ts$/u.test(to)),
    because:
      'the binder meets hostile files, so it knows shared/, its libraries, and PDFium of the reader only',
  },
  {
    from: /^electron\/cli\//,
    allow: (to) => to !== 'electron' && !/^(electron\/(main|preload)|renderer)\//.test(to),
    because: 'the command line is the engine without a screen',
  },
]

/** The lists that put all registers together, and the engine rooms that work for all of them. */
const ASSEMBLY = [
  'shared/rpc/contract.ts',
  'shared/records/register-content.ts',
  'electron/engine/rpc/handlers.ts',
  'electron/engine/records/kinds.ts',
  'electron/engine/content.ts',
  'electron/engine/registerFile/create-register.ts',
  'electron/engine/registerFile/after-opening.ts',
]

const files = globSync('{shared,electron,renderer}/**/*.{ts,tsx}').map((path) => path.replaceAll('\\', '/'))

describe('the house', () => {
  test('every import respects the layers', () => {
    expect(files.length, 'the check must have seen the code').toBeGreaterThan(150)
    expect(files.flatMap(violations)).toEqual([])
  })

  test('only the database folder and the writer’s lock know which database it is', () => {
    expect(importersOf('better-sqlite3')).toEqual([
      'electron/engine/db/open-foreign.ts',
      'electron/engine/db/open.ts',
      'electron/engine/registerFile/writer-lock.ts',
    ])
  })

  test('only the client touches window.engine', () => {
    const touching = files.filter(
      (file) => file.startsWith('renderer/') && /\bwindow\.engine\b/.test(codeOf(file)),
    )
    expect(touching.filter((file) => !file.startsWith('renderer/api/'))).toEqual([])
    expect(touching.length).toBeGreaterThan(0)
  })

  test('every register has its three drawers', () => {
    const drawers = ['shared', 'electron/engine', 'renderer'].map((side) => globSync(`${side}/registers/*`))
    const [shared, ...others] = drawers.map((paths) => paths.map((path) => basename(path)).toSorted())
    const described: readonly string[] = DescribedName.options
    const own = (names: readonly string[]) => names.filter((name) => !described.includes(name))
    expect(own(shared!).length).toBeGreaterThan(8)
    expect(others.map(own)).toEqual(others.map(() => own(shared!)))
    // A described register needs its description only; it has the other drawers when it does something special.
    expect(shared).toEqual(expect.arrayContaining([...described]))
    expect(others.flat().filter((name) => !shared!.includes(name))).toEqual([])
  })

  test('time is an argument: the clock is read where the program meets the world', () => {
    const readers = files.filter((file) => /\bDate\.now\(|\bnew Date\(\)|Temporal\.Now/.test(codeOf(file)))
    expect(readers.toSorted()).toEqual(READS_THE_CLOCK.toSorted())
  })

  test('nothing is exported by default, and no rule is switched off without a reason', () => {
    for (const file of files.filter((path) => !path.endsWith('vite.config.ts'))) {
      expect(codeOf(file), file).not.toMatch(/^export default/m)
      for (const line of codeOf(file).split('\n')) {
        if (/oxlint-disable|@ts-expect-error|@ts-ignore/.test(line)) expect(line, file).toContain(' -- ')
      }
    }
  })
})

/** Where the time of day enters the program; everywhere else it is an argument. */
const READS_THE_CLOCK = [
  'electron/engine/start.ts',
  'electron/engine/ids.ts',
  'electron/main/log.ts',
  'renderer/ui/useNow.ts',
]

function violations(file: string): string[] {
  return importsOf(file).flatMap((target) => {
    const rule = RULES.find(({ from }) => from.test(file))
    if (rule && !rule.allow(target)) return [`${file} -> ${target}: ${rule.because}`]
    if (crossesIslands(file, target))
      return [`${file} -> ${target}: registers are islands; share through shared/, records/ or ui/`]
    return []
  })
}

/** A register may know another's schema, storage kind or words about its records; nothing else of it. */
function crossesIslands(file: string, target: string): boolean {
  const [own, other] = [registerOf(file), registerOf(target)]
  if (!own || !other || own === other || ASSEMBLY.includes(file)) return false
  if (target.startsWith('shared/')) return false
  return !target.endsWith('.kind.ts')
}

const registerOf = (path: string) => /(?:^|\/)registers\/([^/]+)\//.exec(path)?.[1]

const importersOf = (name: string) => files.filter((file) => runtimeImportsOf(file).includes(name)).toSorted()

const codeOf = (file: string) => readFileSync(file, 'utf8')

/** Import targets as paths from the root (or bare package names). */
function importsOf(file: string): string[] {
  const imports = /^(?:import|export)\b[^']*?\bfrom '([^'\n]+)'|\bimport\s*\(?\s*'([^'\n]+)'/gm
  return [...codeOf(file).matchAll(imports)].map(([, named, bare]) => resolved(file, (named ?? bare)!))
}

function runtimeImportsOf(file: string): string[] {
  const imports = /^import (?!type )[^']*?\bfrom '([^'\n]+)'/gm
  return [...codeOf(file).matchAll(imports)].map(([, target]) => resolved(file, target!))
}

function resolved(file: string, target: string): string {
  if (target.startsWith('.')) return normalize(join(dirname(file), target)).replaceAll('\\', '/')
  return target.replace(/^#engine\//, 'electron/engine/').replace(/^#/, '')
}
