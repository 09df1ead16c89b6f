import type { Shelf } from './shelf.ts'

/**
 * Copies the documents that another shelf does not hold, or holds otherwise than they were taken in, and reads
 * each copy back. Those in `sound` are trusted; those found or made whole join them. Gives a sentence for each
 * document that cannot be copied because it is itself damaged.
 */
export async function copyDocuments(from: Shelf, to: Shelf, sound = new Set<string>()): Promise<string[]> {
  const problems: string[] = []
  for (const { document, name, takenInAt, sha256 } of from.list()) {
    if (sound.has(document)) continue
    const there = to.find(document)
    if (there?.sha256 === sha256 && (await to.check(document)) === null) {
      sound.add(document)
      continue
    }
    const wrong = await from.check(document)
    if (wrong) {
      problems.push(`“${name}” ${wrong}.`)
      continue
    }
    if (there) await to.drop(document)
    await to.add(from.read(document), { document, name, at: takenInAt })
    to.keep([document], takenInAt)
    const misread = await to.check(document)
    if (misread) problems.push(`The copy of “${name}” ${misread}.`)
    else sound.add(document)
  }
  return problems
}
