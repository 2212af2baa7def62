/** Numbers, each to be found at once: by its hash the place where it stands, and one; 0 where there is none. */
export interface NumberTable {
  readonly numbers: Int32Array
  readonly slots: Int32Array
}

/** Fibonacci hashing: numbers that follow one another come to stand far apart. */
const slotOf = (number: number, { length }: Int32Array): number =>
  Math.imul(number, 0x9e3779b1) >>> (Math.clz32(length) + 1)

export function tableOf(some: readonly number[]): NumberTable {
  const numbers = Int32Array.from(some)
  // At most two thirds are taken, or looking one up would take long.
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(numbers.length * 1.5 + 2)))
  numbers.forEach((number, place) => {
    let slot = slotOf(number, slots)
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1)
    slots[slot] = place + 1
  })
  return { numbers, slots }
}

/** Where a number stands, the first time if it is there more than once; -1 when it is not there. */
export function placeIn({ numbers, slots }: NumberTable, wanted: number): number {
  let slot = slotOf(wanted, slots)
  for (;;) {
    const place = (slots[slot] ?? 0) - 1
    if (place < 0 || numbers[place] === wanted) return place
    slot = (slot + 1) & (slots.length - 1)
  }
}

/** Many short lists of numbers, each to be found by a number, without an object for each. */
export interface NumberLists {
  readonly keys: NumberTable
  /** By the place of the key: where its list begins in `values`; the next one begins where it ends. */
  readonly starts: Int32Array
  readonly values: Int32Array
}

/** @param keys under which the place of each goes, in their order */
export function placesByKey(keys: readonly number[]): NumberLists {
  const values = Int32Array.from(keys.keys()).sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || a - b)
  const starts: number[] = []
  values.forEach((place, at) => {
    if (at === 0 || keys[place] !== keys[values[at - 1] ?? 0]) starts.push(at)
  })
  return {
    keys: tableOf(starts.map((at) => keys[values[at] ?? 0] ?? 0)),
    starts: Int32Array.from([...starts, values.length]),
    values,
  }
}
