import { EDGE, type Prepared, gapBefore } from './fold.ts'
import { holdsName } from './holds-name.ts'
import type { Needle } from './needle.ts'
import { beginsWord, endOfWord, textAfter, textBefore } from './surroundings.ts'

/** Signs that may stand anywhere in a code: people group its letters as they like. */
const IN_CODES = /^[ \n\-‐‑–—./()+_]{1,8}$/u
const IN_EMAILS = /^[ \n@.\-‐‑_+()[\]]{1,8}$/u
const IN_DATES = /^[ \n./\-‐‑–,'’]{1,4}$/u
const IN_ADDRESSES = /^[ \n,./\-‐‑–'’]{1,40}$/u
const AT_LINE_END = /^[-‐‑]? *\n *$/u

/** Letters from which on a code may be grouped anywhere; of a shorter one the parts would be too common. */
const LETTERS_TO_GROUP = 6

/**
 * Where a spelling whose letters stand at `from` ends in the text, in UTF-16 units; null where the signs and blanks
 * between and around the letters say that it is something else.
 */
export function holds(prepared: Prepared, needle: Needle, from: number): number | null {
  if (needle.rule === 'name') return holdsName(prepared, needle, from)
  const to = from + needle.letters.length
  if (!beginsWord(prepared, from, false) || (prepared.edges[to] ?? EDGE.gap) < EDGE.change) return null
  if (!gapsHold(prepared, needle, from) || !isApart(prepared, needle, from, to)) return null
  return endOfWord(prepared, from, to, false)
}

function gapsHold(prepared: Prepared, needle: Needle, from: number): boolean {
  const { letters, words, rule } = needle
  const joints = new Set(words.map((word) => word.from))
  for (let at = 1; at < letters.length; at++) {
    const isGap = prepared.edges[from + at] === EDGE.gap
    const isJoint = joints.has(at)
    if (!isGap && !(isJoint && rule !== 'code' && rule !== 'phone')) continue
    const gap = isGap ? gapBefore(prepared, from + at) : ''
    if (!gapHolds(gap, isJoint, needle, at)) return false
  }
  return true
}

function gapHolds(gap: string, isJoint: boolean, { letters, rule }: Needle, at: number): boolean {
  switch (rule) {
    case 'code':
    case 'phone':
      return IN_CODES.test(gap) && lines(gap) <= 1 && (isJoint || letters.length >= LETTERS_TO_GROUP)
    case 'email':
      return isJoint ? IN_EMAILS.test(gap) : AT_LINE_END.test(gap)
    case 'date':
      if (!isJoint) return false
      return gap === '' ? !areDigits(letters, at) : IN_DATES.test(gap) && lines(gap) <= 1
    default:
      if (gap === '') return !areDigits(letters, at)
      return isJoint ? IN_ADDRESSES.test(gap) && lines(gap) <= 3 : AT_LINE_END.test(gap)
  }
}

/** Whether what stands around a find leaves it what it is: no part of a longer address, number or date. */
function isApart(prepared: Prepared, { rule }: Needle, from: number, to: number): boolean {
  const before = textBefore(prepared, from, 2)
  const after = textAfter(prepared, to - 1, 5)
  if (rule === 'email') {
    return !/[\p{L}\p{N}][.+_-]$/u.test(before) && !/^\.[a-z]{2,3}(?![\p{L}\p{N}])/u.test(after)
  }
  if (rule === 'date') return !/\d[./]$/u.test(before) && !/^[./]\d/u.test(after)
  return true
}

const lines = (gap: string) => gap.split('\n').length - 1
const areDigits = (letters: string, at: number) => /^\d\d$/u.test(letters.slice(at - 1, at + 1))
