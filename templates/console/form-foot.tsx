import type { Child } from 'hono/jsx';

type Props = {
  /** What the button says. */
  label: Child;
  style?: 'second' | 'grave' | undefined;
  /** What stands beside the button: the way out without doing it. */
  children?: Child;
};

/** How a form of the console ends: the button that sends it, and what stands beside it. */
export function FormFoot({ label, style, children }: Props) {
  return (
    <p class="actions">
      <button type="submit" class={style}>
        {label}
      </button>
      {children}
    </p>
  );
}
