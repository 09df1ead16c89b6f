import { expect, test } from 'vitest'
import { isLockPage } from '#engine/db/page-codes.ts'

test('the page at 1 GiB, which SQLite never writes, is the only one without a code', () => {
  expect(isLockPage(2 ** 30 / 4096 + 1)).toBe(true)
  expect([1, 2, 2 ** 30 / 4096, 2 ** 30 / 4096 + 2].filter(isLockPage)).toEqual([])
})
