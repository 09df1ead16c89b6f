import { Button, Checkbox, PasswordInput, Radio, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useCanEdit } from '#renderer/api/editing.ts'
import type { ExportForm } from '#shared/portability/export.ts'
import { Doing } from '../Doing.tsx'
import type { ExportWork } from '../draft/useExport.ts'
import type { Keeping } from '../draft/useKeeping.ts'
import classes from '../portability.module.css'
import { BuiltExport } from './BuiltExport.tsx'
import { inTheWay } from './in-the-way.ts'
import { ReceiverFields } from './ReceiverFields.tsx'
import { useBuilding } from './useBuilding.ts'
import { WhatGoesIn } from './WhatGoesIn.tsx'

type BuildStepProps = { readonly work: ExportWork; readonly keeping: Keeping }

const FORMS: readonly { readonly value: ExportForm; readonly label: string; readonly says: string }[] = [
  { value: 'json', label: 'JSON', says: 'With a JSON Schema; for programs.' },
  { value: 'csv', label: 'CSV', says: 'With a description of its columns; opens in any spreadsheet.' },
  { value: 'xml', label: 'XML', says: 'With an XML Schema; for older systems.' },
]

/** The fifth step: in which forms, encrypted or not, for whom; then it is built, checked and put in place. */
export function BuildStep({ work, keeping }: BuildStepProps) {
  const { canEdit, because } = useCanEdit()
  const { forms, isOpen, openBecause } = work.draft
  const [passphrase, setPassphrase] = useState('')
  const building = useBuilding(work, keeping)
  const reasons = inTheWay(work)
  const toggle = (form: ExportForm) =>
    work.change({
      forms: FORMS.map(({ value }) => value).filter((one) => forms.includes(one) !== (one === form)),
    })
  return (
    <div className={classes.scroll}>
      {building.built && (
        <BuiltExport key={building.built.sha256} built={building.built} request={work.request} />
      )}
      <div className={classes.columns}>
        <div className={classes.stack}>
          <fieldset className={classes.fieldset}>
            <legend>Forms</legend>
            {FORMS.map(({ value, label, says }) => (
              <Checkbox
                key={value}
                label={label}
                description={says}
                checked={forms.includes(value)}
                onChange={() => toggle(value)}
              />
            ))}
          </fieldset>
          <Radio.Group
            label="Encryption"
            value={isOpen ? 'open' : 'locked'}
            onChange={(value) => work.change({ isOpen: value === 'open' })}
          >
            <Radio
              data-part="first"
              value="locked"
              label="Encrypted with a passphrase"
              description="A zip under AES-256, which 7-Zip, WinZip and macOS archivers open."
              mt={4}
            />
            <Radio
              value="open"
              label="Not encrypted"
              description="Only with a reason; it stands in the history."
              mt={4}
            />
          </Radio.Group>
          {isOpen ? (
            <Textarea
              label="Why it is not encrypted"
              required
              minRows={1}
              maxLength={2000}
              value={openBecause}
              onChange={({ currentTarget: { value } }) => work.change({ openBecause: value })}
            />
          ) : (
            <PasswordInput
              label="Passphrase"
              description="Left empty: one is made, and shown once. Send it another way than the file."
              autoComplete="off"
              maxLength={1024}
              value={passphrase}
              visibilityToggleButtonProps={{ 'aria-label': 'Show what is typed' }}
              onChange={({ currentTarget: { value } }) => setPassphrase(value)}
            />
          )}
          <ReceiverFields work={work} />
        </div>
        <div className={classes.stack}>
          <WhatGoesIn work={work} />
          {reasons.length > 0 && (
            <ul id="in-the-way" className={classes.reasons}>
              {reasons.map(({ says, step }) => (
                <li key={says}>
                  {says}{' '}
                  {step && (
                    <Button variant="default" size="compact-xs" onClick={() => work.goTo(step)}>
                      Go there
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          )}
          <div className={classes.lead}>
            <Button
              disabled={!canEdit || reasons.length > 0}
              title={because ?? undefined}
              aria-describedby={reasons.length > 0 ? 'in-the-way' : undefined}
              loading={building.isBuilding}
              onClick={() => void building.build(passphrase).then((isDone) => isDone && setPassphrase(''))}
            >
              Build…
            </Button>
            <span className={classes.quiet}>
              Each form is checked against its own schema before it is put in place.
            </span>
          </div>
          {building.isBuilding && (
            <Doing doing="Building" progress={building.progress} onStop={building.stop} />
          )}
          {building.problem !== '' && (
            <p role="alert" className={classes.problem}>
              {building.problem}
            </p>
          )}
        </div>
      </div>
    </div>
  )
}
