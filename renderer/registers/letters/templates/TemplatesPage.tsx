import { useState } from 'react'
import { useEngineQuery } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { hrefOf, RouteLink, useRoute } from '#renderer/app/routing.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { REQUEST_LETTERS } from '#shared/registers/requests/letter-kinds.ts'
import {
  isFor,
  REQUEST_LETTER_VERSIONS,
  RequestLetterName,
  RequestLetterVersion,
  type TemplateKey,
} from '#shared/registers/requests/templates/template.schema.ts'
import { templateFor } from '#shared/registers/requests/templates/templates.ts'
import { TemplateEditor } from './TemplateEditor.tsx'
import classes from './templates.module.css'

/** The wording of the letters about requests: each one to change, with what it makes beside it. */
export function TemplatesPage() {
  const { search } = useRoute()
  const { data: settings, error } = useEngineQuery('settings.get', {})
  const [chosen, setChosen] = useState<TemplateKey>(() => ({
    kind: RequestLetterName.catch('acknowledgement').parse(search.get('letter')),
    version: RequestLetterVersion.catch('standard').parse(search.get('version')),
  }))
  const { kind, version } = chosen
  return (
    <>
      <PageHeader
        title="Wording of letters"
        description="Our own words for the letters about requests, with what the register knows in braces"
        actions={<RouteLink href={hrefOf('requests')}>Rights requests</RouteLink>}
      />
      <div className={classes.page}>
        {error && <p role="alert">{sentenceOf(error)}</p>}
        {settings && (
          <>
            <nav aria-label="Letters" className={classes.list}>
              {REQUEST_LETTERS.map(({ value, label }) => (
                <div key={value} className={classes.letter}>
                  <span>{label}</span>
                  {REQUEST_LETTER_VERSIONS.map((one) => {
                    const key = { kind: value, version: one.value }
                    const isOwn = settings.letterTemplates.some(isFor(key))
                    return (
                      <button
                        key={one.value}
                        type="button"
                        aria-label={`${label}, ${one.label}${isOwn ? ', our own wording' : ''}`}
                        aria-current={isFor(key)(chosen) || undefined}
                        onClick={() => setChosen(key)}
                      >
                        {one.label}
                        {isOwn && <em> own</em>}
                      </button>
                    )
                  })}
                </div>
              ))}
            </nav>
            <TemplateEditor
              key={`${kind} ${version}`}
              template={chosen}
              kept={templateFor(settings.letterTemplates, chosen)}
              isOwn={settings.letterTemplates.some(isFor(chosen))}
              firstRequest={search.get('request')}
            />
          </>
        )}
      </div>
    </>
  )
}
