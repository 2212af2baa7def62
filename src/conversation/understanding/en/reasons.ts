import type { Entry } from '../lexicon.ts'
import { dutyReasons } from './reasons-duties.ts'
import { healthReasons } from './reasons-health.ts'
import { obstacleReasons } from './reasons-obstacles.ts'

/** Why someone cannot come. A word alone is often only a hint: it counts when the reason is what was asked. */
export const reasons: readonly Entry[] = [...healthReasons, ...dutyReasons, ...obstacleReasons]
