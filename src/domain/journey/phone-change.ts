/** What became of a participant's number; the number itself stands with the participant, and in no event. */
export type PhoneChange = 'added' | 'replaced' | 'removed'
