import type { PageQuestion } from '#src/services/ports/overview.ts'

export const offsetOf = ({ page, size }: PageQuestion): number => (page - 1) * size
