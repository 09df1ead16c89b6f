import { useCallback, useEffect, useRef, useState } from 'react'
import type { GroupedLines } from './group-lines.ts'
import { pagesBetween } from './window-maths.ts'

/** Rows asked for beyond the window, so that they are there when it gets to them. */
const AHEAD = 60
/** A drag of the scroll bar passes many pages; only where it rests are they asked for. */
const REST_MS = 40

/** The pages to ask for around the lines in sight, and who to tell when other lines come into sight. */
export function useWantedPages(lines: GroupedLines, total: number) {
  const [pages, setPages] = useState<readonly number[]>([0])
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  const onSight = useCallback(
    (firstLine: number, lastLine: number) => {
      const wanted = pagesBetween(rowNear(lines, firstLine) - AHEAD, rowNear(lines, lastLine) + AHEAD, total)
      clearTimeout(timer.current)
      if (wanted.every((page) => pages.includes(page))) return
      const isNear = wanted.some((page) => pages.includes(page))
      if (isNear) setPages(wanted)
      else timer.current = setTimeout(() => setPages(wanted), REST_MS)
    },
    [lines, total, pages],
  )
  return { pages, onSight }
}

/** The row on a line, or on the line after when it is a group's head. */
function rowNear(lines: GroupedLines, line: number): number {
  if (lines.count === 0) return 0
  const at = Math.min(line, lines.count - 1)
  const here = lines.lineAt(at)
  if (here.kind === 'row') return here.index
  const next = at + 1 < lines.count ? lines.lineAt(at + 1) : here
  return next.kind === 'row' ? next.index : at
}
