import { useState } from 'react'
import { useEngineTask } from '#renderer/api/client.ts'
import { call, sentenceOf } from '#renderer/api/engine.ts'
import { shell } from '#renderer/api/shell.ts'
import { AppError } from '#shared/errors.ts'
import type { AnyRecord } from '#shared/described/register.ts'
import type { ReadingOptions, SourceLook } from '#shared/portability/source.ts'
import type { Source } from '../draft/draft.ts'
import { mappingOfRecord, newMapping, proposalsFor, readyFor } from '../draft/mapping-draft.ts'
import type { ExportWork } from '../draft/useExport.ts'
import { fits } from './match-words.ts'

const FOUND_OUT: ReadingOptions = { encoding: null, delimiter: null }

/** The way files come in, and are read again as another table or in another way. */
export type AddingFiles = ReturnType<typeof useAddingFiles>

/** Brings files in: each is looked at, and the mapping that knows its columns is found. */
export function useAddingFiles(work: ExportWork) {
  const look = useEngineTask('portability.lookAt')
  const [reading, setReading] = useState('')
  const [problems, setProblems] = useState<readonly string[]>([])

  const lookAt = async (path: string, table: string | null, options: ReadingOptions) =>
    look.mutateAsync({ path, table, options: { ...options } })

  /** One after another, so that each says for itself what is wrong with it. */
  const add = async (paths: readonly string[], refused: readonly string[] = []) => {
    setProblems(refused.map((name) => `“${name}” is not a file.`))
    for (const path of paths) {
      const name = fileNameOf(path)
      setReading(name)
      try {
        const seen = await lookAt(path, null, FOUND_OUT)
        const source = await sourceOf(path, seen, FOUND_OUT)
        const { sources } = work.read()
        if (sources.some(({ key }) => key === source.key))
          setProblems((before) => [...before, `${name} is here already.`])
        else work.change({ sources: [...sources, source], at: sources.length })
      } catch (error) {
        if (isStopped(error)) break
        setProblems((before) => [...before, `${name}: ${sentenceOf(error)}`])
      }
    }
    setReading('')
  }

  /** Reads a file of the export again: another of its tables, or another encoding or delimiter. */
  const again = async (source: Source, table: string, options: ReadingOptions) => {
    setProblems([])
    setReading(source.look.fileName)
    try {
      const next = await sourceOf(source.path, await lookAt(source.path, table, options), options)
      work.changeSource(source.key, () => next)
    } catch (error) {
      if (!isStopped(error)) setProblems([`${source.look.fileName}: ${sentenceOf(error)}`])
    }
    setReading('')
  }

  const saying = (asked: Promise<unknown>) =>
    void asked.catch((error: unknown) => setProblems([sentenceOf(error)]))
  return {
    reading,
    problems,
    progress: look.progress,
    stop: look.cancel,
    again,
    choose: () => saying(shell('shell.chooseFiles', {}).then(({ paths }) => add(paths))),
    takeDropped: () =>
      saying(shell('shell.takeDropped', {}).then(({ paths, refused }) => add(paths, refused))),
    /** Another table of a file that is here. */
    addTable: (source: Source, table: string) =>
      saying(
        lookAt(source.path, table, source.options)
          .then((seen) => sourceOf(source.path, seen, source.options))
          .then((next) => {
            const { sources } = work.read()
            work.change({ sources: [...sources, next], at: sources.length })
          }),
      ),
  }
}

const isStopped = (error: unknown) => error instanceof AppError && error.code === 'cancelled'

const fileNameOf = (path: string) => path.split(/[/\\]/u).at(-1) ?? path

/** A table as it goes into an export, with the mapping that fits it best. */
async function sourceOf(path: string, look: SourceLook, options: ReadingOptions): Promise<Source> {
  const { form, table } = look
  const matches = await call('portability.mappingsFor', {
    form,
    table,
    columns: look.columns.map(({ name }) => name),
  })
  const best = matches.find((match) => fits(match, look.columns.length))
  const bare: Source = {
    key: `${path}\n${table}`,
    path,
    options,
    look,
    matches,
    mapping: newMapping(look),
    kept: null,
    past: [],
    proposals: proposalsFor(look, []),
    holdsOnlyThePerson: false,
  }
  return best ? withMapping(bare, best.id) : bare
}

/** A source read by a mapping of the register. */
export async function withMapping(source: Source, id: string): Promise<Source> {
  const { record } = await call('records.get', { register: 'mappings', id })
  const kept = readyFor(mappingOfRecord(record as AnyRecord), source.look)
  return { ...source, mapping: kept, kept, past: [], proposals: await proposalsOf(source.look, kept) }
}

/** What is proposed for a file with the bases of the activities of its system. */
export async function proposalsOf(
  look: SourceLook,
  { systemId, activityId }: Pick<Source['mapping'], 'systemId' | 'activityId'>,
) {
  if (systemId === null) return proposalsFor(look, [])
  const activities = await call('portability.basesOfSystem', { systemId })
  const meant = activities.filter((one) => activityId === null || one.activityId === activityId)
  return proposalsFor(
    look,
    meant.flatMap(({ bases }) => bases),
    activities.some(({ isPaper }) => isPaper),
  )
}
