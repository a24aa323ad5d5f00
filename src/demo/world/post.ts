/** A stretch of a message that is set apart, in UTF-16 units, as Telegram counts them. */
export type Entity = { type: string; offset: number; length: number; url?: string };
export type Button = { text: string; callback_data?: string; url?: string };

/** A message as it stands in a chat of Telegram. */
export type Post = {
  /** The name of a public channel, or the number of somebody's own chat. */
  chat: string;
  id: number;
  text: string;
  entities: Entity[];
  buttons: Button[][];
  /** The message that it answers. */
  answers: number | null;
  /** Its text was changed after it was sent. */
  edited: boolean;
};
