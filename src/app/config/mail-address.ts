/** The user in the address of a mail server, as it was written; '' when there is none. */
export const userOf = (address: string): string => decodeURIComponent(new URL(address).username)
