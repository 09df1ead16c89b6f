import type { Organisation } from '#shared/registers/organisations/organisation.schema.ts'

type Member = Pick<Organisation, 'id' | 'legalName' | 'parentId'>

/** A body with those directly below it. */
export type GroupNode<Body extends Member> = {
  readonly body: Body
  readonly below: readonly GroupNode<Body>[]
}

/** The whole group that an organisation belongs to, from its top; a circle of parents is cut where it closes. */
export function groupOf<Body extends Member>(all: readonly Body[], id: string): GroupNode<Body> | null {
  const byId = new Map(all.map((body) => [body.id as string, body]))
  let top = byId.get(id)
  const seen = new Set<string>()
  while (top?.parentId && byId.has(top.parentId) && !seen.has(top.parentId)) {
    seen.add(top.id)
    top = byId.get(top.parentId)
  }
  return top ? nodeOf(top, all, new Set()) : null
}

function nodeOf<Body extends Member>(
  body: Body,
  all: readonly Body[],
  above: ReadonlySet<string>,
): GroupNode<Body> {
  const seen = new Set([...above, body.id])
  const below = all.filter(({ parentId, id }) => parentId === body.id && !seen.has(id))
  return { body, below: below.map((member) => nodeOf(member, all, seen)) }
}

/** Whether a body may stand above another without closing a circle. */
export function mayBeParent(all: readonly Member[], id: string, parentId: string): boolean {
  if (id === parentId) return false
  const byId = new Map(all.map((body) => [body.id as string, body]))
  const seen = new Set<string>()
  for (let at = byId.get(parentId); at?.parentId && !seen.has(at.id); at = byId.get(at.parentId)) {
    if (at.parentId === id) return false
    seen.add(at.id)
  }
  return true
}
