/** The kinds of request a register of requests holds: rights a person uses by asking. */
export type RequestKindCode =
  | 'R-ACCESS'
  | 'R-RECT'
  | 'R-ERASE'
  | 'R-RESTRICT'
  | 'R-OBJECT'
  | 'R-MKT'
  | 'R-PORT'
  | 'R-WITHDRAW'
  | 'R-ADM'

/** How the time for one kind of request runs. */
export type RequestClock = {
  /** `oneMonth`: Article 12A. `stop`: at once, one month at the latest. `withoutUndueDelay`: no fixed day. */
  readonly rule: 'oneMonth' | 'stop' | 'withoutUndueDelay'
  readonly extendableByTwoMonths: boolean
  /** Whether time begins only when what was asked for to confirm identity has come. */
  readonly identityMovesStart: boolean
  /** Whether time stands still while the controller waits to hear what is asked for. */
  readonly clarificationPauses: boolean
}

const MONTH: RequestClock = {
  rule: 'oneMonth',
  extendableByTwoMonths: true,
  identityMovesStart: true,
  clarificationPauses: false,
}

/** The clock of each kind, and what has to hold for it. @source UK GDPR Art 7(3), Art 12A, Art 17, Art 20, Art 21, Art 22A */
export const REQUEST_CLOCKS: Readonly<
  Record<RequestKindCode, readonly [RequestClock, ...onlyIf: readonly string[]]>
> = {
  'R-ACCESS': [{ ...MONTH, clarificationPauses: true }],
  'R-RECT': [MONTH],
  'R-ERASE': [
    MONTH,
    'the data is not needed for a legal obligation, a public task or legal claims (Art 17(3))',
  ],
  'R-RESTRICT': [MONTH],
  'R-OBJECT': [MONTH, 'the basis is 6(1)(e), (ea) or (f)'],
  'R-MKT': [{ ...MONTH, rule: 'stop' }],
  'R-PORT': [
    MONTH,
    'the basis is consent or a contract with the person',
    'the data is processed by automated means',
    'the person provided the data',
  ],
  'R-WITHDRAW': [
    { ...MONTH, rule: 'withoutUndueDelay', extendableByTwoMonths: false },
    'the basis is consent, 6(1)(a) or 9(2)(a)',
  ],
  'R-ADM': [
    MONTH,
    'the decision is based solely on automated processing',
    'its effect is legal or similarly significant',
  ],
}
