/** Who did something. Every row of the journal has one. */
export type Actor =
  | { readonly kind: 'participant' }
  | { readonly kind: 'consulent' }
  | { readonly kind: 'staff'; readonly id: string }
  | { readonly kind: 'system' }

export const system: Actor = { kind: 'system' }
