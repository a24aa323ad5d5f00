import type { Child } from 'hono/jsx';
import type { Language } from '../../src/advisory/language.ts';
import { ErrorSummary } from '../console/error-summary.tsx';
import type { Filled } from '../console/filled.ts';
import { Layout } from '../layout.tsx';

/** What every page on the way in shows of its request. */
export type Doorway = {
  language: Language;
  publisher: string;
  /** The address of this same page in each language. */
  paths: Record<Language, string>;
  /** Where its form is sent: this page. */
  action: string;
  filled: Filled;
};

type FrameProps = { doorway: Doorway; title: string; children?: Child };

/** The frame of the pages on the way in: no menu but the other language, what is wrong above everything else. */
export function DoorFrame({ doorway, title, children }: FrameProps) {
  const { language, paths, publisher, filled } = doorway;
  return (
    <Layout language={language} title={title} paths={paths} publisher={publisher} personal>
      <h1>{title}</h1>
      <ErrorSummary filled={filled} language={language} />
      {children}
    </Layout>
  );
}
