import { describe, expect, test } from 'vitest'
import { type ChainMember, chainOf, usersOf } from '#shared/registers/processors/chain.ts'
import { type Clause, clauseLines, clauseProgress, withClause } from '#shared/registers/processors/clauses.ts'
import { processors as description } from '#shared/registers/processors/processor.register.ts'

const member = (id: string, ...uses: readonly string[]): ChainMember => ({
  id,
  name: id.toUpperCase(),
  subProcessors: uses.map((processorId) => ({
    processorId,
    what: `work for ${id}`,
    authorised: true,
    sameTerms: null,
  })),
})
const steps = (members: readonly ChainMember[], id: string) =>
  chainOf(members, id).map(
    (link) => `${link.depth} ${link.fromId}>${link.toId}${link.isCycle ? ' again' : ''}`,
  )

describe('the chain of a processor', () => {
  const members = [member('a', 'b', 'c'), member('b', 'd'), member('c', 'd'), member('d')]

  test('names each step, nearest first in each branch, with its depth', () => {
    expect(steps(members, 'a')).toEqual(['1 a>b', '2 b>d', '1 a>c', '2 c>d'])
    expect(chainOf(members, 'd')).toEqual([])
  })

  test('names a circle once and does not follow it', () => {
    const circle = [member('a', 'b'), member('b', 'c'), member('c', 'a')]
    expect(steps(circle, 'a')).toEqual(['1 a>b', '2 b>c', '3 c>a again'])
    expect(steps([member('self', 'self')], 'self')).toEqual(['1 self>self again'])
  })

  test('keeps a step to somebody the register no longer holds, without a name', () => {
    expect(chainOf([member('a', 'gone')], 'a')).toMatchObject([{ toId: 'gone', toName: '' }])
    const unnamed = {
      ...member('a'),
      subProcessors: [{ ...member('x', 'y').subProcessors[0]!, processorId: null }],
    }
    expect(chainOf([unnamed], 'a')).toEqual([])
  })

  test('knows who uses somebody, also through others and in circles', () => {
    expect(usersOf(members, ['d']).toSorted()).toEqual(['a', 'b', 'c'])
    expect(usersOf([member('a', 'b'), member('b', 'a')], ['a'])).toEqual(['b'])
  })
})

describe('Article 28, clause by clause', () => {
  const none: readonly Clause[] = []

  test('has a line for every point, and counts what was looked up', () => {
    expect(clauseLines(none)).toHaveLength(21)
    expect(clauseProgress(none)).toEqual({ answered: 0, met: 0, total: 21 })
    const some = withClause(withClause(none, '28-3-b', { answer: 'no' }), '28-1', {
      answer: 'yes',
      page: '4',
    })
    expect(some.map(({ clause }) => clause)).toEqual(['28-1', '28-3-b'])
    expect(clauseProgress(some)).toEqual({ answered: 2, met: 1, total: 21 })
  })

  test('keeps what is there when one thing is added, and leaves out a point that is blank again', () => {
    const answered = withClause(none, '28-3-a', { answer: 'partly' })
    const paged = withClause(answered, '28-3-a', { page: 'p. 7' })
    expect(paged).toMatchObject([{ id: '28-3-a', answer: 'partly', page: 'p. 7' }])
    expect(withClause(paged, '28-3-a', { answer: null, page: '' })).toEqual([])
  })

  test('is what the register keeps', () => {
    const record = {
      ...description.blank('0190b000-0000-7000-8000-000000000001', 'Supplier'),
      clauses: withClause(none, '28-3-h', { answer: 'notApplicable', because: 'No audits asked for' }),
    }
    expect(description.schema.parse(record)).toEqual(record)
  })
})
