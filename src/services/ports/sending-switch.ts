/** The one stop button. While it is pressed nothing leaves, whatever SENDING says. */
export interface SendingSwitch {
  isStopped(): Promise<boolean>
  set(stopped: boolean, by: string): Promise<void>
}
