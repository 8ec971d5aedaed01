/** The token of a link stands after `#`: browsers keep that part to themselves, so no log has it. */
export const tokenInAddress = (): string => window.location.hash.replace(/^#/, '')
