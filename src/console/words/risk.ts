import type { RiskLevel } from '#src/domain/values/risk-level.ts'

/** How a level of risk is called, in Dutch. */
export const riskWords: Readonly<Record<RiskLevel, string>> = {
  none: 'laag',
  raised: 'verhoogd',
  problematic: 'problematisch',
}
