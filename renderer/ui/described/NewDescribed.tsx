import { Select } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useEngineCommand } from '#renderer/api/client.ts'
import { hrefOf, navigate } from '#renderer/app/routing.tsx'
import { NewRecord } from '#renderer/ui/record/NewRecord.tsx'
import { useIsReadOnly } from '#renderer/ui/record/useIsReadOnly.ts'
import { described } from '#shared/described/all.ts'
import type { DescribedName } from '#shared/described/names.ts'

type NewDescribedProps = { readonly register: DescribedName; readonly isOpen: boolean }

/** The button, and the key N, that make a record of a name and, where there are kinds, its kind. */
export function NewDescribed({ register, isOpen }: NewDescribedProps) {
  const { one, nameLabel, category, fields } = described(register)
  const create = useEngineCommand('records.create')
  const [kind, setKind] = useState<string | null>(null)
  useNewKey(register)
  const choice = category ? fields[category] : undefined
  return (
    <NewRecord
      key={String(isOpen)}
      label={`New ${one}`}
      nameLabel={nameLabel}
      startsOpen={isOpen}
      onClose={() => isOpen && navigate(hrefOf(register), { replace: true })}
      beside={
        choice?.kind === 'choice' && (
          <Select
            aria-label={choice.label}
            placeholder={choice.label}
            data={choice.choices.map(({ value, label }) => ({ value, label }))}
            value={kind}
            onChange={setKind}
          />
        )
      }
      onCreate={async (name) => {
        const known = category && kind ? { [category]: kind } : {}
        const { id } = await create.mutateAsync({ register, name, fields: known })
        setKind(null)
        navigate(hrefOf(register, id))
      }}
    />
  )
}

/** The key N begins a new record while nothing is being typed and no dialog is open. */
function useNewKey(register: DescribedName): void {
  const isReadOnly = useIsReadOnly()
  useEffect(() => {
    if (isReadOnly) return
    const onKeyDown = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, target, defaultPrevented } = event
      if (key.toLowerCase() !== 'n' || ctrlKey || metaKey || altKey || defaultPrevented) return
      const isTaken = 'input, textarea, select, [contenteditable], dialog, [role="dialog"]'
      if (target instanceof HTMLElement && target.closest(isTaken)) return
      // The N itself stands in no name. The address says only later that it changed, and what is typed
      // meanwhile would be lost, so the page is told at once.
      event.preventDefault()
      navigate(hrefOf(register, 'new'))
      dispatchEvent(new HashChangeEvent('hashchange'))
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [register, isReadOnly])
}
