/**
 * A start that the operator has to put right: the message is the one plain sentence to print, without a stack.
 * A Problem answers a request; this ends the process before there is anybody to answer.
 */
export class CannotStart extends Error {
  constructor(sentence: string, cause?: unknown) {
    super(sentence, cause === undefined ? undefined : { cause })
    this.name = 'CannotStart'
  }
}
