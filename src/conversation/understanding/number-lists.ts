/** Numbers in their order, to look one up in. */
export const sortedNumbers = (numbers: Iterable<number>): Int32Array => Int32Array.from(numbers).sort()

/** Where a number stands among sorted ones, -1 when it is not there. */
export function placeIn(sorted: Int32Array, wanted: number): number {
  let [low, high] = [0, sorted.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const there = sorted[middle] ?? 0
    if (there === wanted) return middle
    if (there < wanted) low = middle + 1
    else high = middle - 1
  }
  return -1
}

/** Many short lists of numbers, each to be found by a number, without an object for each. */
export interface NumberLists {
  readonly keys: Int32Array
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
    keys: Int32Array.from(starts, (at) => keys[values[at] ?? 0] ?? 0),
    starts: Int32Array.from([...starts, values.length]),
    values,
  }
}
