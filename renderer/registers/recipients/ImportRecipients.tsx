import { Modal } from '@mantine/core'
import { useState } from 'react'
import { looksLikeHeadings } from '#shared/registers/recipients/import-columns.ts'
import { CheckPeople } from './CheckPeople.tsx'
import { type ChosenBreach, ChooseList } from './ChooseList.tsx'
import { ImportResult } from './ImportResult.tsx'
import { MapColumns } from './MapColumns.tsx'
import { type Imported, type MappedList, mapped, rememberTargets } from './mapped-list.ts'

type ImportRecipientsProps = {
  /** The breach they are to be told of; null lets the person choose one. */
  readonly breach: ChosenBreach | null
  readonly onClose: () => void
}

/** Brings in a list of people to tell of a breach: choose a file, say what its columns are, look at the rows, take in. */
export function ImportRecipients({ breach: given, onClose }: ImportRecipientsProps) {
  const [chosen, setChosen] = useState(given)
  return (
    <Modal
      opened
      onClose={onClose}
      size="min(1080px, 94vw)"
      closeOnClickOutside={false}
      title={
        chosen ? `Bring in a list of people to tell: ${chosen.title}` : 'Bring in a list of people to tell'
      }
    >
      <Steps breach={chosen} onBreach={given ? null : setChosen} onClose={onClose} />
    </Modal>
  )
}

type StepsProps = {
  readonly breach: ChosenBreach | null
  /** Null where the breach is given and not to be chosen. */
  readonly onBreach: ((breach: ChosenBreach | null) => void) | null
  readonly onClose: () => void
}

function Steps({ breach, onBreach, onClose }: StepsProps) {
  const [list, setList] = useState<MappedList | null>(null)
  const [isChecking, setChecking] = useState(false)
  const [imported, setImported] = useState<Imported | null>(null)
  if (imported) return <ImportResult imported={imported} onClose={onClose} />
  if (!list || !breach)
    return (
      <ChooseList
        breach={breach}
        onBreach={onBreach}
        onRead={(path, table) => setList(mapped(path, table, looksLikeHeadings(table.rows[0]?.cells ?? [])))}
      />
    )
  if (!isChecking)
    return (
      <MapColumns
        list={list}
        onChange={setList}
        onBack={() => setList(null)}
        onNext={() => {
          rememberTargets(list.headedTable.headings, list.targets)
          setChecking(true)
        }}
      />
    )
  return (
    <CheckPeople
      breachId={breach.id}
      list={list}
      onBack={() => setChecking(false)}
      onImported={setImported}
    />
  )
}
