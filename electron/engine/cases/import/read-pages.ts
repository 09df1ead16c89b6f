import { AppError } from '#shared/errors.ts'
import type { Paper, ReadPage } from '../papers.ts'

/** Pages asked for before they are needed, so that reading and keeping go on side by side. */
const AHEAD = 3

/** The pages of a paper from a number on, in order; null for one that cannot be read. */
export async function* readPages(
  paper: Paper,
  from: number,
): AsyncGenerator<{ readonly number: number; readonly page: ReadPage | null }> {
  const asked: Promise<ReadPage | null | { readonly thrown: unknown }>[] = []
  let next = from
  for (let number = from; number <= paper.pages; number += 1) {
    for (; next <= paper.pages && asked.length < AHEAD; next += 1) asked.push(attempt(paper, next))
    const page = await asked.shift()!
    if (page !== null && 'thrown' in page) throw page.thrown
    yield { number, page }
  }
}

/** Never rejects, for a page asked for ahead may never be waited for. */
async function attempt(
  paper: Paper,
  number: number,
): Promise<ReadPage | null | { readonly thrown: unknown }> {
  try {
    return await paper.read(number)
  } catch (error) {
    return error instanceof AppError && error.code === 'rule' ? null : { thrown: error }
  }
}
