/** The purpose of a notice is its key, which begins with what it is for: these go to the consulent, all others to our own people. */
export const consulentPurposes = ['no_show', 'attendance_unknown', 'absence', 'correction', 'receipt']
