/** The clock of the system is set again and again, by up to a year, forwards and backwards, in every thread. */
const { now } = Date;
let state = Number(process.env.INJECT_SEED);
let shift = 0;
Date.now = () => {
  state = (state * 48271) % 2147483647;
  if (state % 3 === 0) shift = (state / 2147483647 - 0.5) * 2 * 365 * 86_400_000;
  return Math.floor(now() + shift);
};
