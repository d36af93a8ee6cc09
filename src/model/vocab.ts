/** The elements of an agreement: the slots every agreement shows, filled or empty. */
export const ELEMENTS = [
  'preamble_purpose',
  'parties_and_signatories',
  'entry_into_force',
  'duration',
  'extension',
  'geographic_scope',
  'protected_objects',
  'prohibited_acts',
  'permitted_acts',
  'third_parties_and_proxies',
  'separation_and_withdrawal',
  'humanitarian_provisions',
  'monitoring',
  'verification',
  'reporting',
  'joint_commission',
  'dispute_resolution',
  'reciprocity',
  'preconditions',
  'release_clause',
  'dissemination',
  'external_support',
  'definitions',
  'relation_to_other_agreements',
  'next_step',
  'exchange',
  'guarantee',
] as const;
export type Element = (typeof ELEMENTS)[number];

export const DIVERGENCE_KINDS = [
  'scope_wider',
  'scope_narrower',
  'scope_overlap',
  'start_differs',
  'duration_differs',
  'condition_only_one_side',
  'one_side_silent',
  'existence_denied',
  'wording_only',
  'territory_differs',
  'release_clause_only_one_side',
  'obligation_differs',
  'parties_differ',
  'commitment_strength_differs',
  'next_step_differs',
  'rendering_only',
  'value_differs',
] as const;
export type DivergenceKind = (typeof DIVERGENCE_KINDS)[number];

export const VERDICTS = [
  'covered',
  'not_covered_object',
  'not_covered_actor',
  'not_covered_act',
  'not_covered_place',
  'before_start',
  'after_end',
  'suspended_or_released',
  'reading_unknown',
  'indeterminate',
] as const;
export type Verdict = (typeof VERDICTS)[number];

export const PARTY_STATES = [
  'silent',
  'proposed',
  'called_for',
  'agreed_in_principle',
  'agreed_conditionally',
  'agreed',
  'ordered',
  'claims_in_force',
  'alleges_breach_by_other',
  'denies_breach',
  'declares_itself_released',
  'extended',
  'withdrawn',
  'rejected',
  'says_expired',
] as const;
export type PartyState = (typeof PARTY_STATES)[number];

export const OVERALL_STATES = [
  'proposed',
  'contested_before_start',
  'declared_one_side',
  'agreed_terms_differ',
  'in_force_undisputed',
  'in_force_start_disputed',
  'in_force_breach_alleged',
  'suspended_or_release_claimed',
  'extended',
  'expired',
  'superseded',
  'rejected',
  'concluded',
] as const;
export type OverallState = (typeof OVERALL_STATES)[number];

export const STATEMENT_RELATIONS = [
  'repeats',
  'confirms',
  'elaborates',
  'qualifies',
  'contradicts',
  'denies',
  'supersedes',
  'withdraws',
  'answers_question',
  'is_silent_where_other_speaks',
] as const;
export type StatementRelationKind = (typeof STATEMENT_RELATIONS)[number];
