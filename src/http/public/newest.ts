/** The latest of some moments; undefined when there is none. */
export function newest(moments: (Date | '' | null | undefined)[]): Date | undefined {
  const times = moments.flatMap((moment) => (moment ? moment.getTime() : []));
  return times.length > 0 ? new Date(Math.max(...times)) : undefined;
}
