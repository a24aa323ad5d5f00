/**
 * How the mail server of an address treats mail.
 * `unknown`: refuses for good, nobody reads there any more · `full`: refuses for now, every time ·
 * `greylists`: refuses for now the first time, as servers do with a sender whom they do not know yet ·
 * `slow`: takes its time to answer.
 */
export const tempers = ['unknown', 'full', 'greylists', 'slow'] as const;
export type Temper = (typeof tempers)[number];
