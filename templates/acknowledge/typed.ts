/** The forms of the page. */
export const formNames = ['answer', 'confirm', 'response', 'not-for-us'] as const;

/** What a person typed into a form of the page, as it came: shown again when something is wrong with it. */
export type Typed = {
  form: (typeof formNames)[number];
  choice: string;
  status: string;
  explanation: string[];
  saidBy: string;
  remark: string;
  /** Ticked; null when the form did not ask. */
  organisationIds: number[] | null;
};
