import { AppError } from '#shared/errors.ts'
import { countryName } from '#shared/law/countries.ts'
import { chainOf, usersOf } from '#shared/registers/processors/chain.ts'
import type { processorProcedures } from '#shared/registers/processors/processor.contract.ts'
import type { Processor } from '#shared/registers/processors/processor.register.ts'
import { kindOf } from '../../described/kind-of.ts'
import { allRecords } from '../../records/store.ts'
import type { HandlersFor } from '../../rpc/context.ts'

export const processorHandlers: HandlersFor<typeof processorProcedures> = {
  'processors.chain': async ({ db }, { id }) => {
    const processors = (await allRecords(db, kindOf('processors'))) as unknown as Processor[]
    const byId = new Map(processors.map((processor) => [processor.id, processor]))
    const processor = byId.get(id)
    if (!processor) throw new AppError('not-found', 'This record is no longer in the register.')
    const titleOf = (one: string) => titled(byId.get(one))
    return {
      title: titled(processor),
      links: chainOf(processors, id).map(({ toName: _name, ...link }) => ({
        ...link,
        fromTitle: titleOf(link.fromId),
        toTitle: titleOf(link.toId),
        countries: countriesOf(byId.get(link.toId)),
      })),
      usedBy: usersOf(processors, [id]).map((user) => ({ id: user, title: titleOf(user) })),
    }
  },
}

function titled(processor: Processor | undefined): string {
  return processor
    ? `${processor.reference} ${processor.name}`.trim()
    : 'A processor that is no longer in the register'
}

function countriesOf(processor: Processor | undefined): string[] {
  const codes = (processor?.locations ?? []).flatMap(({ country }) => country ?? [])
  return [...new Set(codes)].map(countryName)
}
