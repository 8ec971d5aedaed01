/** What somebody typed, passed as the input of a command: its schema refuses what does not fit, at the field. */
export const asTyped = <Input>(typed: unknown): Input => typed as Input
