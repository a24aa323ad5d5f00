/** What a person looks for, as a pattern of `LIKE` that finds it anywhere and takes no character for a wildcard. */
export const pattern = (text: string) => `%${text.trim().replace(/[\\%_]/g, '\\$&')}%`;
