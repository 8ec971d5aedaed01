/** What a currency field offers: the ones companies here pay in most. The server takes any that ISO 4217 has. */
export const currencies = ['USD', 'EUR', 'GBP', 'CHF', 'CAD', 'AUD', 'SEK', 'DKK', 'NOK', 'PLN', 'JPY', 'INR', 'BRL']
