/** The columns of a line in a wide room, for the heads and the fields below them. */
export const lineGrid =
  '@2xl:grid-cols-[minmax(0,1fr)_4.5rem_6.5rem_5.5rem_5.5rem_5.5rem_1.75rem] @2xl:gap-x-2';
