import { ActionIcon } from '@mantine/core'
import { IconTrash, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { RouteLink, navigate } from '#renderer/app/routing.tsx'
import { SavedStatus } from '../SavedStatus.tsx'
import type { Saving } from '../saving.ts'
import classes from './record-head.module.css'

type RecordHeadProps = {
  readonly title: string
  readonly saving: Saving | null
  readonly pages?: readonly { readonly label: string; readonly href: string; readonly isCurrent: boolean }[]
  readonly aside?: ReactNode
  readonly closeHref: string
  readonly onRemove?: (() => void) | undefined
}

/** The top of a record: its name, its pages, whether it is saved, and the ways out. */
export function RecordHead({ title, saving, pages = [], aside, closeHref, onRemove }: RecordHeadProps) {
  return (
    <header className={classes.head}>
      <div className={classes.line}>
        <h2>{title}</h2>
        {aside}
        <SavedStatus saving={saving} />
        {onRemove && (
          <ActionIcon aria-label={`Remove ${title}`} onClick={onRemove}>
            <IconTrash size={16} />
          </ActionIcon>
        )}
        <ActionIcon aria-label="Close the record" onClick={() => navigate(closeHref)}>
          <IconX size={16} />
        </ActionIcon>
      </div>
      {pages.length > 0 && (
        <nav aria-label="Pages of the record" className={classes.pages}>
          {pages.map(({ label, href, isCurrent }) => (
            <RouteLink key={label} href={href} aria-current={isCurrent ? 'page' : undefined}>
              {label}
            </RouteLink>
          ))}
        </nav>
      )}
    </header>
  )
}
