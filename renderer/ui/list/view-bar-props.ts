import type { ListLook } from './list-kind.ts'

/** What a saved view keeps of a list. */
export type LookContent = Pick<ListLook, 'filter' | 'sort' | 'groupBy' | 'columns' | 'pinned'>

/** What the bar of saved views is told, and what it tells; the views are a register of their own. */
export type ViewBarProps<Content extends LookContent = LookContent> = {
  /** The register whose list it is. */
  readonly register: string
  readonly current: Content
  /** The filter that lets everything through. */
  readonly noFilter: Content['filter']
  readonly viewId: string | null
  /** The view the address asks for, or null. */
  readonly askedFor: string | null
  onChoose(this: void, content: Content, viewId: string | null): void
}
