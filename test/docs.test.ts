import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, normalize } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { openEncrypted } from '#engine/db/open.ts'
import { CHAIN_START, nextLink, type RevisionHeader, sha256 } from '#engine/revisions/chain.ts'
import { revisionLines } from '#engine/revisions/lines.ts'
import { PASSPHRASE, startTestEngine } from '#test/support/engine.ts'
import { hasTool } from '#test/reports/material.ts'

const ROOT = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const slashed = (path: string) => path.replaceAll('\\', '/')
const PAGES = ['README.md', 'CONTRIBUTING.md', ...globSync('docs/**/*.md', { cwd: ROOT }).map(slashed)]
const scripts = Object.keys((JSON.parse(read('package.json')) as { scripts: object }).scripts)

const work = mkdtempSync(join(tmpdir(), 'dpo-docs-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))

describe('the documents', () => {
  test('are all there to be read', () => {
    expect(PAGES.length).toBeGreaterThan(40)
  })

  test.each(PAGES)('%s leads only to what is there', (page) => {
    expect(linksOf(page).filter((link) => !leadsSomewhere(page, link))).toEqual([])
  })

  test.each(PAGES)('%s names only files that are there', (page) => {
    const named = [
      ...read(page).matchAll(/`((?:shared|electron|renderer|test|scripts|resources|docs)\/[\w./-]+)`/g),
    ]
    expect(named.map(([, path]) => path!).filter((path) => !isThere(path))).toEqual([])
  })

  test.each(PAGES)('%s names only scripts that package.json has', (page) => {
    const named = [...read(page).matchAll(/\bnpm run (?:--silent )?([\w:]+)/g)].map(([, name]) => name!)
    expect(named.filter((name) => !scripts.includes(name))).toEqual([])
  })

  test.each(PAGES)('%s speaks of the project alone, and of no one’s machine', (page) => {
    const text = read(page)
    expect(text).not.toMatch(/\/(?:work|home|Users|root|tmp|opt)\/|[A-Z]:\\/)
    expect(text).not.toMatch(/\bTODO\b|\bcompliant with\b/i)
  })

  test('every picture is shown on some page', () => {
    const pictures = globSync('docs/guide/images/*', { cwd: ROOT }).map(slashed)
    const shown = PAGES.flatMap((page) => linksOf(page).map((link) => targetOf(page, link).path))
    expect(pictures.length).toBeGreaterThan(10)
    expect(pictures.filter((picture) => !shown.includes(picture))).toEqual([])
    const bytes = pictures.reduce((sum, picture) => sum + statSync(join(ROOT, picture)).size, 0)
    expect(bytes).toBeLessThan(5_000_000)
  })
})

describe('the page about the command line', () => {
  const page = read('docs/command-line.md')

  test('describes exactly the commands there are', () => {
    const code = globSync('electron/cli/*.ts', { cwd: ROOT })
      .map((file) => read(file))
      .join('\n')
    const all = [...code.matchAll(/(\w+)\s*\.command\('(\w+)'\)/g)]
    const commands = all.flatMap(([, of, name]) => (of === 'program' ? name! : []))
    const described = [...page.matchAll(/^## (\w+)$/gm)].map(([, name]) => name!)
    expect(commands.length).toBeGreaterThan(5)
    expect(described.toSorted()).toEqual([...commands, 'help'].toSorted())
    const inside = all.flatMap(([, of, name]) => (of === 'program' ? [] : `dpo ${of} ${name}`))
    expect(inside.length).toBeGreaterThan(5)
    expect(inside.filter((words) => !page.includes(words))).toEqual([])
  })

  test('names every option there is', () => {
    const code = globSync('electron/cli/*.ts', { cwd: ROOT })
      .map((file) => read(file))
      .join('\n')
    const options = [...code.matchAll(/'(--[\w-]+)/g)].map(([, name]) => name!)
    expect(new Set(options).size).toBeGreaterThan(5)
    expect(options.filter((option) => !page.includes(option))).toEqual([])
  })
})

describe('the page about the register file', () => {
  const page = read('docs/register-file.md')

  test('has a script that finds the key, and the key opens the database', async () => {
    await using engine = await startTestEngine()
    await engine.call('registerFile.lock', {})
    const script = join(work, 'data-key.mjs')
    writeFileSync(script, blockOf(page, 'js'))
    const output = execFileSync(process.execPath, [script, join(engine.path, 'keys.json')], {
      env: { ...process.env, DPO_PASSPHRASE: PASSPHRASE },
      encoding: 'utf8',
    })
    const key = Buffer.from(output.trim(), 'hex')
    expect(key).toHaveLength(32)
    const { db, raw } = openEncrypted(join(engine.path, 'register.db'), key, { readonly: true })
    expect(raw.prepare('select count(*) as revisions from revisions').get()).toEqual({ revisions: 1 })
    const tables = raw.prepare("select name from sqlite_master where type = 'table'").all() as {
      name: string
    }[]
    expect(tables.map(({ name }) => name).filter((name) => !page.includes(`\`${name}\``))).toEqual([])
    await db.destroy()
  })

  test('works an example of the chain, and it is right', () => {
    const examples = [...page.matchAll(/^body_sha256 {3}(\w+)\nheader {8}(\{.*\})\nchain_sha256 {2}(\w+)$/gm)]
    expect(examples).toHaveLength(2)
    let link = CHAIN_START
    for (const [, body, header, chain] of examples) {
      expect(JSON.parse(header!)).toMatchObject({ body_sha256: body })
      expect(
        createHash('sha256')
          .update(link + header!)
          .digest('hex'),
      ).toBe(chain)
      link = nextLink(link, JSON.parse(header!) as RevisionHeader)
      expect(link).toBe(chain)
    }
    expect(sha256(/whose record is\s`(.*?)`/.exec(page)![1]!)).toBe(examples[0]![1])
    expect(sha256('null')).toBe(examples[1]![1])
  })

  test.skipIf(!hasTool('python3'))(
    'has a script that follows the chain of an archive, and notices a change',
    async () => {
      await using engine = await startTestEngine({ register: 'sample' })
      const { seq, head } = engine.engine.session().head()
      const lines: string[] = []
      for await (const line of revisionLines(engine.engine.session().db, seq)) lines.push(line)
      const script = join(work, 'chain.py')
      writeFileSync(script, blockOf(page, 'python'))
      expect(follow(script, lines)).toBe(`${seq} ${head}`)
      const changed = lines.with(4, lines[4]!.replace('"actor":"', '"actor":"not '))
      expect(() => follow(script, changed)).toThrow(/Revision 5 does not follow/)
    },
  )
})

test('what is shipped has a licence that lets anybody use it', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as {
    packages: Record<string, { dev?: boolean; license?: string }>
  }
  const shipped = Object.entries(packages).filter(([path, { dev }]) => path !== '' && !dev)
  expect(shipped.length).toBeGreaterThan(50)
  const others = shipped.filter(([path, { license }]) => !PERMISSIVE.test(license ?? statedIn(path)))
  expect(others.map(([path]) => path)).toEqual([])
})

/** The fonts' own licence, like those of Bitstream Vera, lets them be embedded and handed on. */
const PERMISSIVE =
  /^\(?(MIT|ISC|Apache-2\.0|BSD-[23]-Clause|0BSD|BlueOak-1\.0\.0|SEE LICENSE IN README\.md AND LICENSE)\b/

/** The lock file leaves out what an older package says in an older way. */
function statedIn(path: string): string {
  const text = ['LICENSE', 'LICENSE.md', 'README.md']
    .map((name) => join(ROOT, path, name))
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
  return /MIT/.exec(text)?.[0] ?? 'unknown'
}

function follow(script: string, lines: readonly string[]): string {
  const file = join(work, 'revisions.jsonl')
  writeFileSync(file, `${lines.join('\n')}\n`)
  return execFileSync('python3', [script, file], { encoding: 'utf8', stdio: 'pipe' }).trim()
}

/** The first code block in a language. */
function blockOf(page: string, language: string): string {
  return new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(page)![1]!
}

/** Where a page's links and pictures lead, the web left out. */
function linksOf(page: string): string[] {
  const prose = read(page).replaceAll(/```[\s\S]*?```|`[^`\n]*`/g, '')
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link]) => link!)
    .filter((link) => !link.startsWith('https:'))
}

function targetOf(page: string, link: string): { path: string; anchor: string | undefined } {
  const [path, anchor] = link.split('#', 2)
  return { path: path ? slashed(normalize(join(dirname(page), path))) : page, anchor }
}

function leadsSomewhere(page: string, link: string): boolean {
  const { path, anchor } = targetOf(page, link)
  if (!existsSync(join(ROOT, path))) return false
  return anchor === undefined || headingsOf(path).includes(anchor)
}

/** The anchors that a page's headings make, as code hosts form them. */
function headingsOf(page: string): string[] {
  return [...read(page).matchAll(/^#+ (.*)$/gm)].map(([, title]) =>
    title!
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
      .replaceAll(/\s/g, '-'),
  )
}

function isThere(path: string): boolean {
  return existsSync(join(ROOT, path.replace(/\/$/, '')))
}
