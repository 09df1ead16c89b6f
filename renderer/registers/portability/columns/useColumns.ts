import { useMemo, useState } from 'react'
import type { ColumnRule } from '#shared/portability/column-rule.ts'
import type { Source } from '../draft/draft.ts'
import type { ExportWork } from '../draft/useExport.ts'
import {
  type ColumnLine,
  countLines,
  filterLines,
  linesOf,
  namesBetween,
  nextUndecided,
  type Show,
  withChange,
} from './column-edit.ts'
import type { ColumnChange } from './column-keys.ts'

/** The columns of a file as the table shows them: narrowed, one looked at, some selected, and what can be done to them. */
export type Columns = ReturnType<typeof useColumns>

const NOBODY: ReadonlySet<string> = new Set()

/** The columns of a source, and the ways to decide about them. Key what uses it by the source. */
export function useColumns(work: ExportWork, source: Source) {
  const { look, mapping, proposals, key } = source
  const [show, setShow] = useState<Show>('all')
  const [text, setText] = useState('')
  const [current, setCurrent] = useState('')
  const [selected, setSelected] = useState(NOBODY)
  const [anchor, setAnchor] = useState<number | null>(null)
  const [last, setLast] = useState<ColumnChange | null>(null)
  const [said, setSaid] = useState('')
  const all = useMemo(() => linesOf({ look, mapping, proposals }), [look, mapping, proposals])
  const narrowed = useMemo(() => filterLines(all, show, text), [all, show, text])
  // A column that is decided stays in sight until another one is gone to, although it is no longer to be decided.
  const lines = useMemo(
    () =>
      narrowed.some(({ look: { name } }) => name === current) || text !== ''
        ? narrowed
        : withCurrent(all, narrowed, current),
    [all, narrowed, current, text],
  )
  const found = lines.findIndex(({ look: { name } }) => name === current)
  const at = found < 0 ? 0 : found
  const line = lines[at] ?? null
  const targets =
    selected.size > 0 ? all.filter(({ look: { name } }) => selected.has(name)) : line ? [line] : []

  const put = (rules: readonly ColumnRule[]) =>
    work.changeSource(key, (now) => ({
      ...now,
      mapping: { ...now.mapping, columns: [...rules] },
      past: [...now.past, now.mapping.columns].slice(-100),
    }))
  const edit = (of: readonly ColumnLine[], how: (line: ColumnLine) => Partial<ColumnRule>) => {
    if (of.length === 0) return
    const byName = new Map(of.map((one) => [one.rule.column, one]))
    put(withChange(mapping.columns, [...byName.keys()], ({ column }) => how(byName.get(column)!)))
  }
  const go = (to: number) => {
    const next = lines[Math.max(0, Math.min(lines.length - 1, to))]
    if (next) setCurrent(next.look.name)
  }
  return {
    source,
    all,
    lines,
    at,
    line,
    show,
    setShow,
    text,
    setText,
    counts: useMemo(() => countLines(all), [all]),
    selected,
    targets,
    said,
    canRepeat: last !== null,
    canUndo: source.past.length > 0,
    go: (to: number) => {
      setAnchor(null)
      go(to)
    },
    goToName: setCurrent,
    /** Moves and selects everything passed over. */
    extend: (to: number) => {
      const from = anchor ?? at
      const end = Math.max(0, Math.min(lines.length - 1, to))
      setAnchor(from)
      setSelected(new Set(namesBetween(lines, from, end)))
      go(end)
    },
    toggle: (name: string) => {
      const next = new Set(selected)
      if (!next.delete(name)) next.add(name)
      setSelected(next)
    },
    selectAll: () => setSelected(new Set(lines.map(({ look: { name } }) => name))),
    selectNone: () => {
      setSelected(NOBODY)
      setAnchor(null)
    },
    nextUndecided: () => {
      const next = nextUndecided(
        all,
        all.findIndex(({ look: { name } }) => name === line?.look.name),
      )
      if (next === null) return setSaid('Every column is decided.')
      setText('')
      setShow((shown) => (shown === 'undecided' ? shown : 'all'))
      setSelected(NOBODY)
      setCurrent(all[next]!.look.name)
    },
    set: (change: ColumnChange) => {
      setLast(change)
      setSaid('')
      edit(targets, () => change)
    },
    again: () => last && edit(targets, () => last),
    accept: (of: readonly ColumnLine[]) => {
      const open = of.filter(({ would }) => would !== null)
      edit(open, ({ proposal }) => proposal)
      setSaid(open.length === 0 ? 'Nothing is proposed here.' : `Accepted for ${open.length}.`)
    },
    clear: () => edit(targets, () => ({ whose: null, provenance: null, basis: null, means: null })),
    write: (change: Partial<Pick<ColumnRule, 'called' | 'about'>>) => line && edit([line], () => change),
    match: () => {
      const names = new Set(mapping.matchColumns)
      const isOn = !line?.isMatch
      for (const { look: column, rule } of targets)
        for (const name of [column.name, rule.column]) if (!isOn) names.delete(name)
      if (isOn) for (const { look: column } of targets) names.add(column.name)
      work.changeSource(key, (now) => ({ ...now, mapping: { ...now.mapping, matchColumns: [...names] } }))
    },
    undo: () =>
      work.changeSource(key, (now) => {
        const before = now.past.at(-1)
        return before
          ? { ...now, mapping: { ...now.mapping, columns: [...before] }, past: now.past.slice(0, -1) }
          : now
      }),
  }
}

function withCurrent(
  all: readonly ColumnLine[],
  shown: readonly ColumnLine[],
  current: string,
): readonly ColumnLine[] {
  const names = new Set(shown.map(({ look: { name } }) => name))
  return all.filter(({ look: { name } }) => names.has(name) || name === current)
}
