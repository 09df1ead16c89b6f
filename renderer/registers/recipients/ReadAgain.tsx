import { useState } from 'react'
import { useEngineTask } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { ChoiceField } from '#renderer/ui/fields/ChoiceField.tsx'
import { type Delimiter, DELIMITERS, type Encoding, ENCODINGS, type Table } from '#shared/tables/table.ts'
import type { MappedList } from './mapped-list.ts'
import classes from './import-list.module.css'

type ReadAgainProps = { readonly list: MappedList; readonly onRead: (table: Table) => void }
type Choice = {
  readonly sheet?: string | null
  readonly encoding?: Encoding | null
  readonly delimiter?: Delimiter | null
}

const ENCODING_OPTIONS = ENCODINGS.map(({ code, label }) => ({ value: code, label }))
const DELIMITER_OPTIONS = DELIMITERS.map(({ code, label }) => ({ value: code, label }))

/** Reads the file once more as the person says: another sheet, encoding or delimiter. */
export function ReadAgain({ list, onRead }: ReadAgainProps) {
  const { path, table } = list
  const read = useEngineTask('recipients.readTable')
  const [problem, setProblem] = useState('')
  const again = async (choice: Choice) => {
    setProblem('')
    const { sheet, delimiter } = table
    const encoding = table.encoding?.code ?? null
    try {
      onRead(await read.mutateAsync({ path, sheet, encoding, delimiter, ...choice }))
    } catch (error) {
      setProblem(sentenceOf(error))
    }
  }
  return (
    <>
      <div className={classes.bar}>
        {table.sheet !== null && (
          <ChoiceField
            label="Sheet"
            options={table.sheets.map(({ name, isHidden }) => ({
              value: name,
              label: isHidden ? `${name} (hidden in the workbook)` : name,
            }))}
            value={table.sheet}
            disabled={read.isPending || table.sheets.length === 1}
            onChange={(sheet) => void again({ sheet })}
          />
        )}
        {table.encoding && (
          <ChoiceField
            label="Encoding"
            options={ENCODING_OPTIONS}
            value={table.encoding.code}
            disabled={read.isPending}
            onChange={(encoding: Encoding) => void again({ encoding, delimiter: null })}
          />
        )}
        {table.delimiter && (
          <ChoiceField
            label="Between the cells"
            options={DELIMITER_OPTIONS}
            value={table.delimiter}
            disabled={read.isPending}
            onChange={(delimiter: Delimiter) => void again({ delimiter })}
          />
        )}
      </div>
      {problem && <p role="alert">{problem}</p>}
    </>
  )
}
