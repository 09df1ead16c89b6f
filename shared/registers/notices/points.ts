import { NOTICE_ITEMS, type NoticeItem, noticeItemsFor } from '#shared/law/notice-items.ts'

/** Whether a notice says what a point asks for. */
export const SAID_CHOICES = [
  { value: 'yes', label: 'Yes' },
  { value: 'partly', label: 'In part' },
  { value: 'no', label: 'No' },
  { value: 'notApplicable', label: 'Not applicable' },
] as const

/** Whether a notice says what a point asks for; null while nobody has looked. */
export type Said = (typeof SAID_CHOICES)[number]['value'] | null

/** What is recorded of one point of a notice. */
export type Point = {
  readonly id: string
  readonly item: string | null
  readonly said: Said
  readonly where: string
  readonly note: string
}

type Pointed = {
  readonly dataFrom: 'person' | 'others' | 'both' | null
  readonly contents: readonly Point[]
}

/**
 * The points that a notice has to hold, in the order of the list.
 *
 * While it is not known where the data comes from, both Articles are taken to apply.
 */
export function pointsOf({ dataFrom }: Pick<Pointed, 'dataFrom'>): readonly NoticeItem[] {
  return noticeItemsFor(dataFrom ?? 'both')
}

/** What is recorded of a point, if anything is. */
export function pointIn({ contents }: Pick<Pointed, 'contents'>, code: string): Point | undefined {
  return contents.find(({ item }) => item === code)
}

/** How many of the points that apply somebody has looked at. */
export function checkedPoints(notice: Pointed): { readonly checked: number; readonly asked: number } {
  const points = pointsOf(notice)
  const checked = points.filter(({ code }) => (pointIn(notice, code)?.said ?? null) !== null).length
  return { checked, asked: points.length }
}

/** What is recorded with one point changed, in the order of the list; a point of which nothing is left is taken out. */
export function withPoint(
  { contents }: Pick<Pointed, 'contents'>,
  code: string,
  change: Partial<Pick<Point, 'said' | 'where' | 'note'>>,
  newId: () => string,
): Point[] {
  const before = pointIn({ contents }, code) ?? { id: newId(), item: code, said: null, where: '', note: '' }
  const after: Point = { ...before, ...change }
  const others = contents.filter(({ item }) => item !== code)
  const isEmpty = after.said === null && after.where.trim() === '' && after.note.trim() === ''
  return (isEmpty ? others : [...others, after]).toSorted((one, other) => placeOf(one) - placeOf(other))
}

const PLACES = new Map(NOTICE_ITEMS.map(({ code }, index) => [code, index]))

const placeOf = ({ item }: Point) => PLACES.get(item ?? '') ?? PLACES.size
