import { useMemo, useState } from 'react'
import { useEngineQuery } from '#renderer/api/client.ts'
import { call } from '#renderer/api/engine.ts'
import type { RedactionTerm, TermSaid } from '#shared/cases/redaction-term.ts'
import { countOf } from '#shared/count-words.ts'
import type { CaseWork } from '../useCaseWork.ts'
import { lookedInWords } from './term-words.ts'

const NONE: readonly RedactionTerm[] = []

/** The saved terms of a case, one of them looked at, and what is done with them. */
export type Terms = ReturnType<typeof useTerms>

/** The saved terms of a case as the table shows them, and what can be done with them. */
export function useTerms(request: string, work: CaseWork) {
  const { data, error } = useEngineQuery('cases.terms', { request }, { keepPrevious: true })
  const [text, setText] = useState('')
  const [current, setCurrent] = useState<{ id: number | null; index: number }>({ id: null, index: 0 })
  const all = data ?? NONE
  const shown = useMemo(() => all.filter((one) => isLike(one, text)), [all, text])
  const term =
    shown.find(({ id }) => id === current.id) ?? shown[Math.min(current.index, shown.length - 1)] ?? null
  const go = (id: number) =>
    setCurrent({
      id,
      index: Math.max(
        0,
        shown.findIndex((one) => one.id === id),
      ),
    })
  const at = shown.findIndex(({ id }) => id === term?.id)

  const save = async (said: TermSaid) => (await call('cases.saveTerm', { request, term: null, said })).term
  return {
    isLoading: data === undefined,
    error,
    all,
    shown,
    term,
    text,
    setText,
    go,
    step: (by: number) => {
      const next = shown[Math.max(0, Math.min(shown.length - 1, at + by))]
      if (next) go(next.id)
    },
    add: (said: TermSaid) =>
      work.start(`Saving “${said.text}”`, async () => {
        setCurrent({ id: await save(said), index: 0 })
        return `“${said.text}” is saved; it marks nothing before it is looked for.`
      }),
    addAll: (terms: readonly TermSaid[]) =>
      void work.start(`Saving ${countOf(terms.length, 'term')}`, async () => {
        for (const said of terms) await save(said)
        return `${countOf(terms.length, 'term')} saved.`
      }),
    remove: ({ id, text: words }: RedactionTerm) =>
      void work.start(`Removing “${words}”`, async () => {
        await call('cases.removeTerm', { request, term: id })
        return `“${words}” is removed with what it proposed; marks that were accepted stay.`
      }),
    look: (terms: readonly RedactionTerm[] | null, state: 'proposed' | 'accepted') =>
      void work.start(
        terms?.length === 1 ? `Looking for “${terms[0]!.text}”` : 'Looking for every term',
        async () => {
          const ids = terms?.map(({ id }) => id) ?? null
          return lookedInWords(await call('cases.applyTerms', { request, terms: ids, state }), state)
        },
      ),
  }
}

function isLike({ text, reason, label }: RedactionTerm, typed: string): boolean {
  const said = `${text} ${reason} ${label}`.toLowerCase()
  return typed
    .toLowerCase()
    .split(/\s+/u)
    .every((word) => said.includes(word))
}
