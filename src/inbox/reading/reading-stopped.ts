/** The reading was stopped with the program: it says nothing about the mail, which is read again later. */
export class ReadingStopped extends Error {
  constructor() {
    super('the reading of a mail was stopped')
  }
}
