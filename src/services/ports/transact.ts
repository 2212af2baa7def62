/**
 * Runs work in one transaction and gives it the rows it may touch. All or nothing: an error rolls everything back. No I/O but the
 * database's belongs inside. `Parts` is as narrow as the verb needs.
 */
export type Transact<Parts> = <Result>(work: (parts: Parts) => Promise<Result>) => Promise<Result>
