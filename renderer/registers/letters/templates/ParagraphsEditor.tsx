import { ActionIcon, Button, NativeSelect, Textarea, Tooltip } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import type { TemplateProblem } from '#shared/registers/requests/templates/check-template.ts'
import { PLACEHOLDERS, type PlaceholderName } from '#shared/registers/requests/templates/placeholders.ts'
import type { TemplateParagraph } from '#shared/registers/requests/templates/template.schema.ts'
import classes from './templates.module.css'

const KINDS = [
  { value: 'text', label: 'Paragraph' },
  { value: 'point', label: 'Point of a list' },
  { value: 'heading', label: 'Heading' },
] as const satisfies readonly { readonly value: TemplateParagraph['kind']; readonly label: string }[]

const NAMES = Object.keys(PLACEHOLDERS) as PlaceholderName[]

type ParagraphsEditorProps = {
  readonly paragraphs: readonly TemplateParagraph[]
  readonly problems: readonly TemplateProblem[]
  readonly disabled: boolean
  readonly onChange: (paragraphs: TemplateParagraph[]) => void
}

/** The paragraphs of a wording, each to type in, move and take out; a placeholder goes where the caret was last. */
export function ParagraphsEditor({ paragraphs, problems, disabled, onChange }: ParagraphsEditorProps) {
  const caret = useRef({ paragraph: 0, at: 0 })
  const fields = useRef(new Map<number, HTMLTextAreaElement>())
  const set = (index: number, changes: Partial<TemplateParagraph>) =>
    onChange(paragraphs.map((one, place) => (place === index ? { ...one, ...changes } : one)))
  const move = (index: number, to: number) => {
    const others = paragraphs.filter((_, place) => place !== index)
    onChange([...others.slice(0, to), paragraphs[index]!, ...others.slice(to)])
    requestAnimationFrame(() => fields.current.get(to)?.focus())
  }
  const insert = (name: PlaceholderName) => {
    const { form } = PLACEHOLDERS[name]
    const { paragraph, at } = caret.current
    const target = paragraphs[paragraph]
    if (form === 'paragraphs' || !target) {
      const after = Math.min(paragraph + 1, paragraphs.length)
      onChange([
        ...paragraphs.slice(0, after),
        { kind: 'text', text: `{${name}}` },
        ...paragraphs.slice(after),
      ])
    } else set(paragraph, { text: `${target.text.slice(0, at)}{${name}}${target.text.slice(at)}` })
  }
  return (
    <>
      <ol className={classes.paragraphs} aria-label="Paragraphs">
        {paragraphs.map(({ kind, text }, index) => {
          const name = `Paragraph ${index + 1}`
          const wrong = problems.filter(({ paragraph }) => paragraph === index)
          return (
            // oxlint-disable-next-line react/no-array-index-key -- paragraphs of a wording have no name but their place
            <li key={index}>
              <NativeSelect
                size="xs"
                aria-label={`${name}: kind`}
                data={[...KINDS]}
                value={kind}
                disabled={disabled}
                onChange={(event) =>
                  set(index, { kind: event.currentTarget.value as TemplateParagraph['kind'] })
                }
              />
              <Textarea
                ref={(field) =>
                  void (field ? fields.current.set(index, field) : fields.current.delete(index))
                }
                aria-label={name}
                autosize
                minRows={1}
                maxLength={4000}
                value={text}
                disabled={disabled}
                error={wrong.length > 0 ? wrong.map(({ message }) => message).join(' ') : undefined}
                onChange={(event) => set(index, { text: event.currentTarget.value })}
                onSelect={({ currentTarget }) => {
                  caret.current = { paragraph: index, at: currentTarget.selectionEnd }
                }}
              />
              <span className={classes.buttons}>
                <IconButton
                  label={`Move ${name.toLowerCase()} up`}
                  disabled={disabled || index === 0}
                  onClick={() => move(index, index - 1)}
                  Icon={IconArrowUp}
                />
                <IconButton
                  label={`Move ${name.toLowerCase()} down`}
                  disabled={disabled || index === paragraphs.length - 1}
                  onClick={() => move(index, index + 1)}
                  Icon={IconArrowDown}
                />
                <IconButton
                  label={`Take out ${name.toLowerCase()}`}
                  disabled={disabled}
                  onClick={() => onChange(paragraphs.filter((_, place) => place !== index))}
                  Icon={IconTrash}
                />
              </span>
            </li>
          )
        })}
      </ol>
      <div className={classes.actions}>
        <Button
          variant="default"
          disabled={disabled}
          onClick={() => onChange([...paragraphs, { kind: 'text', text: '' }])}
        >
          Add a paragraph
        </Button>
        <Placeholders disabled={disabled} onInsert={insert} />
      </div>
    </>
  )
}

type PlaceholdersProps = { readonly disabled: boolean; readonly onInsert: (name: PlaceholderName) => void }

function Placeholders({ disabled, onInsert }: PlaceholdersProps) {
  const [name, setName] = useState<PlaceholderName>('receivedOn')
  return (
    <>
      <NativeSelect
        aria-label="Placeholder"
        data={NAMES.map((value) => ({ value, label: `{${value}} ${PLACEHOLDERS[value].label}` }))}
        value={name}
        disabled={disabled}
        className={classes.placeholders}
        onChange={(event) => setName(event.currentTarget.value as PlaceholderName)}
      />
      <Button variant="default" disabled={disabled} onClick={() => onInsert(name)}>
        Insert
      </Button>
    </>
  )
}

type IconButtonProps = {
  readonly label: string
  readonly disabled: boolean
  readonly onClick: () => void
  readonly Icon: typeof IconTrash
}

function IconButton({ label, disabled, onClick, Icon }: IconButtonProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="default" aria-label={label} disabled={disabled} onClick={onClick}>
        <Icon size={14} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
}
