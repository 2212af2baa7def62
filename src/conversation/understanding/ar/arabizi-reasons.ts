import type { Entry } from '../lexicon.ts'

export const arabiziReasons: readonly Entry[] = []
