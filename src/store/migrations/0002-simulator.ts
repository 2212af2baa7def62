/**
 * What the simulator's phones took: our own id, and how often. No text, no number: what a phone shows is read from our sealed rows. More
 * than once is what promise 2 says never happens.
 */
export const sql = `
create table simulator_deliveries (
  reference uuid primary key,
  times int not null
);
`
