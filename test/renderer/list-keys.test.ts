import { describe, expect, test } from 'vitest'
import { shortcutOf } from '#renderer/app/global-keys.ts'
import { moveCell } from '#renderer/ui/list/grid-keys.ts'
import { shareAfterKey } from '#renderer/ui/split-share.ts'

const SIZE = { lines: 100, columns: 8, page: 20 }
const at = (line: number, column: number) => ({ line, column })

describe('keys in the list', () => {
  test.each([
    ['ArrowDown', false, at(0, 1), at(1, 1)],
    ['ArrowDown', false, at(99, 1), at(99, 1)],
    ['ArrowUp', false, at(0, 1), at(-1, 1)],
    ['ArrowUp', false, at(-1, 1), at(-1, 1)],
    ['ArrowRight', false, at(3, 7), at(3, 7)],
    ['ArrowLeft', true, at(3, 7), at(3, 0)],
    ['Home', false, at(3, 7), at(3, 0)],
    ['Home', true, at(3, 7), at(0, 0)],
    ['End', true, at(3, 2), at(99, 7)],
    ['PageDown', false, at(90, 2), at(99, 2)],
    ['PageDown', false, at(-1, 2), at(20, 2)],
    ['PageUp', false, at(5, 2), at(0, 2)],
  ])('%s (Ctrl: %s) from %o leads to %o', (key, command, from, to) => {
    expect(moveCell(from, key, command, SIZE)).toEqual(to)
  })

  test('a key that does not move is left to others', () => {
    expect(moveCell(at(0, 0), 'x', false, SIZE)).toBeNull()
  })
})

describe('keys that work everywhere', () => {
  const key = (name: string, held: Partial<Parameters<typeof shortcutOf>[0]> = {}) => ({
    key: name,
    code: '',
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    ...held,
  })

  test.each([
    ['Ctrl Z undoes', key('z', { ctrlKey: true }), false, { does: 'undo' }],
    ['Ctrl Shift Z does again', key('Z', { ctrlKey: true, shiftKey: true }), false, { does: 'redo' }],
    ['Ctrl Y does again', key('y', { ctrlKey: true }), false, { does: 'redo' }],
    ['Ctrl L locks, even while typing', key('l', { ctrlKey: true }), true, { does: 'lock' }],
    ['Ctrl K opens the palette, even while typing', key('k', { ctrlKey: true }), true, { does: 'palette' }],
    [
      'Alt 3 goes to the third section',
      key('3', { altKey: true, code: 'Digit3' }),
      false,
      { does: 'section', index: 2 },
    ],
    ['Ctrl Z in a field is the field’s own', key('z', { ctrlKey: true }), true, null],
    ['a question mark in a field is text', key('?', { shiftKey: true }), true, null],
    ['Alt 9 is no section', key('9', { altKey: true, code: 'Digit9' }), false, null],
  ])('%s', (_, pressed, isTyping, expected) => {
    expect(shortcutOf(pressed, isTyping)).toEqual(expected)
  })
})

test('arrow keys move the line between list and record, and stop at its ends', () => {
  expect(shareAfterKey(50, 'ArrowLeft')).toBe(48)
  expect(shareAfterKey(78, 'ArrowRight')).toBe(78)
  expect(shareAfterKey(50, 'Home')).toBe(22)
  expect(shareAfterKey(50, 'x')).toBeNull()
})
