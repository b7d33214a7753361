/** For how long a code stays in the clear for the browser it was shown in. */
export const lookLengthMs = 15 * 60 * 1000;

/** The newest looks that a browser keeps; older ones are masked again. */
export const looksMax = 20;

/** One key opens what one press of *show* showed. 128 random bits, as `Context.newToken` makes them. */
export const lookPattern = /^[\w-]{22}$/;
