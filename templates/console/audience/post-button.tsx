import type { Child } from 'hono/jsx';

type PostButtonProps = {
  action: string;
  /** What else is posted, by name. */
  fields?: Record<string, string>;
  /** What a screen reader hears after the label, where the same button stands in every row. */
  of?: string;
  style?: 'second' | 'grave' | 'plain';
  children: Child;
};

/** A deed that needs no more than one press: a form of its own, which works without script. */
export function PostButton({
  action,
  fields = {},
  of,
  style = 'plain',
  children,
}: PostButtonProps) {
  return (
    <form method="post" action={action}>
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <button type="submit" class={style}>
        {children}
        {of && <span class="unseen"> {of}</span>}
      </button>
    </form>
  );
}
