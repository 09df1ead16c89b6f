/**
 * Columns that are not pinned move sideways by the variable `--side`, set from a scroll bar of its own. Cells that
 * stick by themselves would each become a layer of the compositor, which makes every frame of a scroll dearer.
 */
export function moveSideways(grid: HTMLElement, bar: HTMLElement): void {
  grid.style.setProperty('--side', `${-bar.scrollLeft}px`)
}

/** Scrolls sideways until the cell of a column is in sight beside the pinned ones. */
export function showColumn(grid: HTMLElement, column: number): void {
  const bar = grid.querySelector<HTMLElement>('[data-side-bar]')
  const heads = [...grid.querySelectorAll<HTMLElement>('[role="columnheader"]')]
  const head = heads[column]
  if (!bar || !head || head.dataset.pinned !== undefined) return
  const frame = bar.getBoundingClientRect()
  const pinnedEnd = heads
    .filter(({ dataset }) => dataset.pinned !== undefined)
    .reduce((end, other) => Math.max(end, other.getBoundingClientRect().right), frame.left)
  const { left, right } = head.getBoundingClientRect()
  if (left < pinnedEnd) bar.scrollLeft -= pinnedEnd - left
  else if (right > frame.right) bar.scrollLeft += right - frame.right
}
