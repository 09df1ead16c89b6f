import type { CellObject } from 'write-excel-file/node'
import type { Instant } from '#shared/time/instant.ts'
import { isoInUk, type PlainDate, ukDayOf } from '#shared/time/plain-date.ts'

/** Excel holds no more in a cell; the JSON form has the whole text. */
const LONGEST_CELL = 32_767
const CUT = ' … (cut here; the whole text is in the JSON form)'

/** A day, typed as a date. */
export function dateCell(day: PlainDate): CellObject {
  return {
    value: new Date(`${day}T00:00:00.000Z`),
    type: Date,
    format: 'dd/mm/yyyy',
    align: 'left',
    alignVertical: 'top',
  }
}

/** A moment as the United Kingdom's clocks show it, typed as a date with its time. */
export function momentCell(at: Instant): CellObject {
  const shown = isoInUk(at).slice(0, 'YYYY-MM-DDTHH:MM'.length)
  return { ...dateCell(ukDayOf(at)), value: new Date(`${shown}:00.000Z`), format: 'dd/mm/yyyy hh:mm' }
}

/** A number, typed as a number. */
export function numberCell(value: number): CellObject {
  return { value, type: Number, align: 'left', alignVertical: 'top' }
}

/** A text, typed as text: whatever it begins with, nothing calculates it. */
export function textCell(text: string): CellObject {
  const plain = text.toWellFormed()
  const value =
    plain.length > LONGEST_CELL ? plain.slice(0, LONGEST_CELL - CUT.length).toWellFormed() + CUT : plain
  return { value: escapedForXml(value), type: String, format: '@', wrap: true, alignVertical: 'top' }
}

/** Characters that XML cannot hold, or that the library drops, written the way spreadsheets read back: `_x0007_`. */
function escapedForXml(text: string): string {
  const escaped = text
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_')
    // oxlint-disable-next-line eslint/no-control-regex -- control characters are what is looked for
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000D\u000E-\u001F\u007F-\u009F\uFFFD-\uFFFF]/gu, written)
  // write-excel-file looks texts up in a plain object and loses those that every object has, like "toString".
  return escaped in Object.prototype ? written(escaped.charAt(0)) + escaped.slice(1) : escaped
}

function written(letter: string): string {
  return `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`
}
