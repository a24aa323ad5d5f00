/** What a button says when it is pressed: the choice, and the key of the message that it stands under. */
export type Press = { choice: string; key: string };

const shape = /^ack:([a-z ]{1,20}):([0-9a-z.]{1,32})$/;

/** As `callback_data`, which may hold 64 bytes. */
export const pressOf = ({ choice, key }: Press) => `ack:${choice}:${key}`;

/** What was pressed, or null when it is no button of a message of ours. */
export function readPress(data: string): Press | null {
  const [, choice, key] = shape.exec(data) ?? [];
  return choice && key ? { choice, key } : null;
}
