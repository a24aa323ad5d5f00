/** What a person typed into a form of the page, as it came: shown again when something is wrong with it. */
export type Typed = {
  form: 'answer' | 'confirm' | 'response';
  choice: string;
  status: string;
  explanation: string[];
  saidBy: string;
  remark: string;
  /** Ticked; null when the form did not ask. */
  organisationIds: number[] | null;
};
