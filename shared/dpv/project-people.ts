import type { Breach } from '#shared/registers/breaches/breach.record.ts'
import type { RequestRecord } from '#shared/registers/requests/request.fields.ts'
import { nameOfCode } from './concepts.ts'
import { thing } from './names.ts'
import { REGISTER } from './project-library.ts'
import { type DpvRecord, recordOf } from './record.ts'
import type { Scope } from './scope.ts'

/** A reference as the program gives it; anything else might be somebody's name. */
const GIVEN_REFERENCE = /^[A-Z]{1,8}-\d{1,9}$/u

function base({ reference, organisationId }: RequestRecord | Breach, scope: Scope) {
  return {
    identifier: GIVEN_REFERENCE.test(reference) ? reference : null,
    hasResponsibleEntity: scope.one('organisations', organisationId),
    partOf: REGISTER,
  } as const
}

/**
 * A rights request without anything about who asks: which rights, how far, the days and the outcome. No text that
 * somebody typed goes out, its title among them.
 */
export function requestRecord(request: RequestRecord, scope: Scope): DpvRecord {
  const rights = [...(request.right ? [request.right] : []), ...request.alsoAsks]
  return recordOf('requests', thing('requests', request.id), {
    ...base(request, scope),
    hasRight: rights.map((code) => nameOfCode('rights', code)),
    state: request.stage,
    receivedOn: request.receivedOn,
    sentOn: request.sentOn,
    closedOn: request.closedOn,
    outcome: request.outcome,
    hasProcess: scope.all('activities', request.activityIds),
  })
}

/**
 * A breach without anything about who is affected: kind, cause, extent, times and decisions. No text that somebody typed
 * goes out, its title and account among them.
 */
export function breachRecord(breach: Breach, scope: Scope): DpvRecord {
  const { people } = breach
  return recordOf('breaches', thing('breaches', breach.id), {
    ...base(breach, scope),
    state: breach.status,
    nearMiss: breach.nearMiss,
    role:
      breach.ourRole && nameOfCode('roles', breach.ourRole === 'joint' ? 'jointController' : breach.ourRole),
    breachKind: breach.kinds.map((code) => nameOfCode('breachKinds', code)),
    breachCause: breach.cause && nameOfCode('breachCauses', breach.cause),
    hasProcess: scope.all('activities', breach.activityIds),
    hasDataProcessor: scope.all('processors', breach.processorIds),
    isImplementedUsingTechnology: scope.all('systems', breach.systemIds),
    hasPersonalData: scope.all('data', breach.dataIds),
    hasDataSubject: scope.all('people', breach.peopleIds),
    peopleFrom: people.state === 'unknown' ? null : people.from,
    peopleTo: people.state === 'unknown' ? null : (people.to ?? people.from),
    happenedFrom: breach.happenedFrom,
    noticedAt: breach.noticedAt,
    awareAt: breach.awareAt,
    containedAt: breach.containedAt,
    risk: breach.risk,
    commissionerDecision:
      breach.commissionerDecision && nameOfCode('commissionerOutcomes', breach.commissionerDecision),
    peopleDecision: breach.peopleDecision && nameOfCode('peopleOutcomes', breach.peopleDecision),
    reportedAt: breach.reportedAt,
    peopleToldAt: breach.peopleToldAt,
    closedOn: breach.closedOn,
  })
}
