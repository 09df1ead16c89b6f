import type { AnyRecord } from '#shared/described/register.ts'
import { placeOf } from '#shared/portability/column-names.ts'
import type { ColumnBasis, ColumnRule } from '#shared/portability/column-rule.ts'
import { proposeColumn } from '#shared/portability/propose.ts'
import type { ColumnLook, SourceLook } from '#shared/portability/source.ts'
import type { Mapping } from '#shared/registers/mappings/mapping.register.ts'
import type { MappingDraft, Proposal } from './draft.ts'

/** A column about which nothing is decided. */
export function blankRule(column: string): ColumnRule {
  return { column, called: '', about: '', whose: null, provenance: null, basis: null, means: null }
}

/** A mapping for a file that none in the register is for. */
export function newMapping(look: SourceLook): MappingDraft {
  return {
    id: null,
    reference: '',
    name: '',
    systemId: null,
    activityId: null,
    called: '',
    matchColumns: [],
    rowsNamingOthers: 'cutCells',
    columns: look.columns.map(firstRule),
  }
}

/** A mapping as the register has it. */
export function mappingOfRecord(record: AnyRecord): MappingDraft {
  const { id, reference, name, systemId, activityId, called, matchColumns, rowsNamingOthers, columns } =
    record as AnyRecord & Mapping
  return {
    id,
    reference,
    name,
    systemId,
    activityId,
    called,
    matchColumns: [...matchColumns],
    rowsNamingOthers: rowsNamingOthers ?? 'cutCells',
    columns: columns.map(({ column, called: as, about, whose, provenance, basis, means }) => ({
      column,
      called: as,
      about,
      whose,
      provenance,
      basis,
      means,
    })),
  }
}

/** The mapping with a rule for every column of a file: those it does not know yet stand at its end, undecided. */
export function readyFor(mapping: MappingDraft, look: SourceLook): MappingDraft {
  const names = look.columns.map(({ name }) => name)
  const known = new Set(mapping.columns.map(({ column }) => placeOf(names, column)))
  const fresh = look.columns.filter((_, at) => !known.has(at)).map(firstRule)
  return fresh.length === 0 ? mapping : { ...mapping, columns: [...mapping.columns, ...fresh] }
}

/** A column that was never seen: only what a reader may call it is filled in. */
function firstRule({ name, samples }: ColumnLook): ColumnRule {
  return { ...blankRule(name), called: proposeColumn(name, samples).called ?? '' }
}

/** What is proposed for the columns of a file: from heading and samples, and the basis of the activities of its system. */
export function proposalsFor(
  look: SourceLook,
  bases: readonly ColumnBasis[],
  isPaper = false,
): Map<string, Proposal> {
  const [basis = null, ...others] = [...new Set(bases)]
  return new Map(
    look.columns.map(({ name, samples }) => {
      const { whose, provenance, means } = proposeColumn(name, samples)
      return [
        name,
        {
          ...(whose && { whose }),
          ...(provenance && { provenance }),
          ...((means || isPaper) && { means: isPaper ? ('paper' as const) : means }),
          ...(basis !== null && others.length === 0 && { basis }),
        },
      ]
    }),
  )
}

/** What a new mapping is called: the system and the table, "Foster carer portal, accounts". */
export function nameOf(mapping: MappingDraft, system: string, look: SourceLook): string {
  if (mapping.name !== '') return mapping.name
  const table = mapping.called || look.table || look.fileName.replace(/\.[^.]+$/u, '')
  return `${system}, ${table}`.slice(0, 200)
}
