import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { typedTwiceProblem } from '#renderer/registers/registerFile/typed-twice.ts'
import { problemOf } from '#renderer/registers/registerFile/problem-words.ts'
import { groupsOf, groupsToAsk, isGroup } from '#renderer/registers/registerFile/recovery-key.ts'
import { folderOfPath, isProblemScreen, nameOfPath } from '#renderer/registers/registerFile/start-screen.ts'
import { AppError, type StorageReason } from '#shared/errors.ts'

describe('the recovery key typed back', () => {
  test('asks for two different groups, in their order', () => {
    const fraction = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
    fc.assert(
      fc.property(fraction, fraction, (one, other) => {
        const fractions = [one, other]
        const [first, second] = groupsToAsk(8, () => fractions.shift() ?? 0)
        expect(first).toBeGreaterThanOrEqual(0)
        expect(second).toBeGreaterThan(first)
        expect(second).toBeLessThan(8)
      }),
    )
  })

  test('takes a group in any letter case, and no other', () => {
    const groups = groupsOf('AB12-CD34-EF56-GH78')
    expect(groups).toHaveLength(4)
    expect(isGroup(' cd34 ', groups[1])).toBe(true)
    expect(isGroup('AB12', groups[1])).toBe(false)
  })
})

describe('a new passphrase', () => {
  test.each([
    ['too short', { first: 'short', second: 'short' }, 'first'],
    ['typed differently', { first: 'correct horse battery', second: 'correct horse batterx' }, 'second'],
  ])('that is %s is refused at its field', (_, typed, field) => {
    expect(typedTwiceProblem(typed)).toHaveProperty(field)
  })

  test('that is long and typed alike will do', () => {
    expect(typedTwiceProblem({ first: 'correct horse battery', second: 'correct horse battery' })).toBeNull()
  })
})

describe('storage trouble', () => {
  const reasons: StorageReason[] = [
    'missing',
    'damaged',
    'newer-schema',
    'folder-read-only',
    'disk-full',
    'already-exists',
    'in-use',
  ]

  test('has a screen of its own for each reason', () => {
    expect(new Set(reasons.map((reason) => problemOf(reason).title)).size).toBe(reasons.length)
    for (const reason of reasons) expect(isProblemScreen(new AppError('storage', 'x', { reason }))).toBe(true)
  })

  test('offers a backup only where one can help', () => {
    expect(reasons.filter((reason) => problemOf(reason).canRestore)).toEqual(['damaged'])
  })

  test('with the passphrase stays beside the passphrase', () => {
    expect(isProblemScreen(new AppError('storage', 'x', { reason: 'wrong-passphrase' }))).toBe(false)
  })
})

test.each([
  ['/home/ann/Our register.dpo', 'Our register', '/home/ann'],
  ['C:\\Users\\Ann\\Register.DPO', 'Register', 'C:\\Users\\Ann'],
  ['/mnt/x/Sample.dpo/', 'Sample', '/mnt/x'],
])('%s is called %s and stands in %s', (path, name, folder) => {
  expect(nameOfPath(path)).toBe(name)
  expect(folderOfPath(path)).toBe(folder)
})
