/** Why the system starts to talk to a participant. An answer to what a participant wrote is not on this list: it follows from theirs. */
export const messagePurposes = ['invitation', 'reminder', 'day_before', 'no_show_follow_up'] as const

export type MessagePurpose = (typeof messagePurposes)[number]
