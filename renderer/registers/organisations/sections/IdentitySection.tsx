import { useEngineQuery } from '#renderer/api/client.ts'
import { hrefFor, RouteLink } from '#renderer/app/routing.tsx'
import { ChoiceField, OptionalChoiceField } from '#renderer/ui/fields/ChoiceField.tsx'
import { LinesField } from '#renderer/ui/fields/LinesField.tsx'
import { TextField } from '#renderer/ui/fields/TextField.tsx'
import { FieldSlot } from '#renderer/ui/record/FieldSlot.tsx'
import { Fields, Section } from '#renderer/ui/record/Section.tsx'
import type { Output } from '#shared/rpc/contract.ts'
import { type GroupNode, groupOf, mayBeParent } from '../group-tree.ts'
import { useOrganisation } from '../organisation-record.ts'
import { RELATIONS } from '../words.ts'
import classes from './sections.module.css'

/** What the organisation is called, what it is, and the group it belongs to. */
export function IdentitySection() {
  const { value, disabled, errors, change } = useOrganisation()
  return (
    <Section title="Names and group">
      <Fields>
        <FieldSlot field="legalName">
          <TextField
            label="Legal name"
            value={value.legalName}
            disabled={disabled}
            error={errors['legalName']}
            onCommit={(legalName) => change({ legalName })}
          />
        </FieldSlot>
        <FieldSlot field="relation">
          <ChoiceField
            label="Relation"
            options={RELATIONS}
            value={value.relation}
            disabled={disabled}
            onChange={(relation) => change({ relation })}
          />
        </FieldSlot>
        <FieldSlot field="tradingNames">
          <LinesField
            label="Trading names"
            one="trading name"
            value={value.tradingNames}
            disabled={disabled}
            onChange={(tradingNames) => change({ tradingNames })}
          />
        </FieldSlot>
        <FieldSlot field="kind">
          <TextField
            label="Kind of body"
            placeholder="For example: fostering agency"
            value={value.kind}
            disabled={disabled}
            onCommit={(kind) => change({ kind })}
          />
        </FieldSlot>
        <Group />
      </Fields>
    </Section>
  )
}

type Body = Output<'organisations.list'>[number]

function Group() {
  const { value, disabled, errors, change } = useOrganisation()
  const { data: all = [] } = useEngineQuery('organisations.list', { relation: null }, { keepPrevious: true })
  const above = all.filter(({ id }) => mayBeParent(all, value.id, id))
  const group = groupOf(all, value.id)
  return (
    <>
      <FieldSlot field="parentId">
        <OptionalChoiceField
          label="Belongs to"
          options={above.map(({ id, legalName }) => ({ value: id, label: legalName }))}
          value={value.parentId}
          disabled={disabled}
          error={errors['parentId']}
          onChange={(parentId) => change({ parentId })}
        />
      </FieldSlot>
      {group && group.below.length > 0 && (
        <nav aria-label="Group" className={classes.group}>
          <Branch node={group} current={value.id} />
        </nav>
      )}
    </>
  )
}

function Branch({ node, current }: { readonly node: GroupNode<Body>; readonly current: string }) {
  const { body, below } = node
  return (
    <ul>
      <li>
        <RouteLink
          href={hrefFor('organisations', body.id)}
          aria-current={body.id === current ? 'true' : undefined}
        >
          {body.legalName}
        </RouteLink>
        {below.map((member) => (
          <Branch key={member.body.id} node={member} current={current} />
        ))}
      </li>
    </ul>
  )
}
