import { useState } from 'react'
import { useAsAt } from '#renderer/api/as-at.ts'
import { useEngineTask } from '#renderer/api/client.ts'
import { fileNameFor } from '#renderer/ui/files/file-words.ts'
import { useSaving } from '#renderer/ui/files/useSaving.ts'
import { described } from '#shared/described/all.ts'
import type { DescribedName } from '#shared/described/names.ts'
import type { RegisterFormat } from '#shared/registers/reports/report.contract.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { REGISTER_FORMATS } from './formats.ts'
import { HandOutForm } from './HandOutForm.tsx'
import { useRegisterScope } from './useRegisterScope.ts'

/** Writes a register other than the record of processing to a file of the chosen form. */
export function HandOutRegister({ register }: { readonly register: DescribedName }) {
  const shown = useAsAt()
  const [format, setFormat] = useState<RegisterFormat>('pdf')
  const [chosenDay, setDay] = useState<PlainDate | null | undefined>(undefined)
  const asAt = chosenDay === undefined ? shown : chosenDay
  const scope = useRegisterScope()
  const write = useEngineTask('reports.writeRegister')
  const saving = useSaving(write, {
    name: fileNameFor(scope.name, asAt, described(register).label),
    kind: REGISTER_FORMATS.find(({ value }) => value === format)!.kind,
    write: (to) => write.mutate({ register, format, to, target: scope.target, asAt }),
  })
  const { data } = write
  return (
    <HandOutForm
      formats={REGISTER_FORMATS}
      format={format}
      onFormat={(value) => setFormat(value as RegisterFormat)}
      scopeLabel="Which records"
      scope={scope}
      asAt={asAt}
      onDay={setDay}
      saving={saving}
      progress={write.progress}
      onCancel={write.cancel}
      file={data && { ...data, count: data.records === 1 ? '1 record' : `${data.records} records` }}
    />
  )
}
