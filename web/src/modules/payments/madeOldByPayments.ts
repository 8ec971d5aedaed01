/** What a step of a run or a payment makes old, apart from itself. */
export const madeOldByPayments = ['payments', 'invoices', 'audit', 'reports']
