/**
 * The two letters that stand for a state in an address in the United States: the states, the district, the possessions,
 * the freely associated states and the three of the armed forces. Source: USPS Publication 28, Appendix B, as of 2026-11.
 */
const codes =
  'AL AK AS AZ AR CA CO CT DE DC FM FL GA GU HI ID IL IN IA KS KY LA ME MH MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND ' +
  'MP OH OK OR PW PA PR RI SC SD TN TX UT VT VI VA WA WV WI WY AA AE AP'

export const usStates: ReadonlySet<string> = new Set(codes.split(' '))
