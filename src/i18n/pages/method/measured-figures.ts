/** Figures of accuracy as they were measured, with the words of `MethodMessages.figures` by code. */
export interface MeasuredFigures {
  readonly figures: readonly { readonly what: string; readonly value: string; readonly set: string }[];
  readonly reliability: readonly { readonly stated: string; readonly statements: number; readonly measured: string }[];
}
