import { Button, Popover } from '@mantine/core'
import { useState } from 'react'
import { useCanEdit } from '#renderer/api/editing.ts'
import { ChoiceField, OptionalChoiceField } from '#renderer/ui/fields/ChoiceField.tsx'
import { DELIMITERS, ENCODINGS } from '#shared/tables/table.ts'
import type { Source } from '../draft/draft.ts'
import classes from '../portability.module.css'
import type { AddingFiles } from './useAddingFiles.ts'

type ReadAnotherWayProps = { readonly source: Source; readonly adding: AddingFiles }

/** For a text whose letters or cells came out wrong, and for a file with several tables to take along. */
export function ReadAnotherWay({ source, adding }: ReadAnotherWayProps) {
  const { canEdit } = useCanEdit()
  const [isOpen, setOpen] = useState(false)
  const { look, options } = source
  const others = look.tables.filter(({ name }) => name !== look.table)
  if (look.encoding === null && others.length === 0) return null
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="default"
          disabled={!canEdit}
          aria-expanded={isOpen}
          aria-haspopup="dialog"
          onClick={() => setOpen(!isOpen)}
        >
          {look.encoding === null ? 'Another table too…' : 'Read another way…'}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={`How ${look.fileName} is read`}>
        <div className={classes.popover}>
          {look.encoding !== null && (
            <>
              <OptionalChoiceField
                label="Encoding"
                placeholder={`Found out: ${look.encoding}`}
                options={ENCODINGS.map(({ code, label }) => ({ value: code as string, label }))}
                value={options.encoding}
                onChange={(encoding) => void adding.again(source, look.table, { ...options, encoding })}
              />
              <OptionalChoiceField
                label="Between the cells"
                placeholder="Found out"
                options={DELIMITERS.map(({ code, label }) => ({ value: code as string, label }))}
                value={options.delimiter}
                onChange={(delimiter) => void adding.again(source, look.table, { ...options, delimiter })}
              />
            </>
          )}
          {others.length > 0 && (
            <ChoiceField
              label="Take along another table too"
              placeholder="Choose"
              options={others.map(({ name }) => name)}
              value=""
              onChange={(table) => {
                setOpen(false)
                adding.addTable(source, table)
              }}
            />
          )}
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
