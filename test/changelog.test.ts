import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { PlainDate } from '#shared/time/plain-date.ts'

const ROOT = new URL('../', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, ROOT), 'utf8')

/** What a person who updates the program is told: `Law` marks what changed because the law did. */
const Changelog = z.strictObject({
  releases: z.array(
    z.strictObject({
      version: z.string().regex(/^\d+\.\d+\.\d+$/),
      date: PlainDate,
      notes: z
        .array(z.strictObject({ tag: z.enum(['New', 'Improved', 'Fixed', 'Law']), text: z.string().min(20) }))
        .min(1),
    }),
  ),
})

describe('the changelog', () => {
  const { releases } = Changelog.parse(JSON.parse(read('resources/changelog.json')))

  test('begins with the version of the program', () => {
    expect(releases[0]?.version).toBe((JSON.parse(read('package.json')) as { version: string }).version)
  })

  test('goes back in versions and in days', () => {
    const inOrder = releases.toSorted((one, other) => compareVersions(other.version, one.version))
    expect(releases).toEqual(inOrder)
    expect(new Set(releases.map(({ version }) => version)).size).toBe(releases.length)
    const dates = releases.map(({ date }) => date)
    expect(dates).toEqual(dates.toSorted().toReversed())
  })

  test('speaks to its readers in whole sentences, each once', () => {
    const texts = releases.flatMap(({ notes }) => notes.map(({ text }) => text))
    expect(new Set(texts).size).toBe(texts.length)
    for (const text of texts) expect(text).toMatch(/^[A-Z][^\n]*[.]$/)
    expect(texts.join(' ')).not.toMatch(/\bcomplian|\bwe\b/i)
  })
})

describe('decision records', () => {
  const names = readdirSync(new URL('docs/decisions/', ROOT)).filter((name) => name !== 'README.md')
  const PARTS = ['Context', 'Decision', 'Consequences', 'Holds because', 'Revisit when']

  test('are numbered from 1 without a hole, each number once', () => {
    expect(names.length).toBeGreaterThan(20)
    expect(names.map((name) => Number(name.slice(0, 4))).toSorted((a, b) => a - b)).toEqual(
      names.map((_, index) => index + 1),
    )
  })

  test.each(names)('%s has its number, its day and its five parts, and is listed', (name) => {
    expect(name).toMatch(/^\d{4}-[a-z0-9-]+\.md$/)
    const text = read(`docs/decisions/${name}`)
    expect(text).toMatch(new RegExp(`^# ${name.slice(0, 4)} \\S`))
    expect(text).toMatch(/^Decided on \d{4}-\d{2}-\d{2}\.$/m)
    expect([...text.matchAll(/^## (.*)$/gm)].map(([, title]) => title)).toEqual(PARTS)
    expect(read('docs/decisions/README.md')).toContain(`(${name})`)
  })
})

function compareVersions(one: string, other: string): number {
  const [a, b] = [one, other].map((version) => version.split('.').map(Number))
  const differing = a!.findIndex((part, index) => part !== b![index])
  return differing < 0 ? 0 : a![differing]! - b![differing]!
}
