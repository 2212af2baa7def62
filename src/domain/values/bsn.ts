/** Whether digits can be a BSN: nine (or eight, the first zero left off) whose weighted sum is a multiple of eleven. */
export function passesElevenTest(digits: string): boolean {
  if (!/^\d{8,9}$/.test(digits)) return false
  const nine = digits.padStart(9, '0')
  const sum = [...nine].reduce((total, digit, index) => total + Number(digit) * (index === 8 ? -1 : 9 - index), 0)
  return sum % 11 === 0 && Number(nine) > 0
}
