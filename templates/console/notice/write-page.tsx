import { languages } from '../../../src/advisory/language.ts';
import { noticeKinds } from '../../../src/advisory/notice.ts';
import { tlps } from '../../../src/advisory/tlp.ts';
import { noticeKindWords } from '../advisory/show-words.ts';
import { RadiosField } from '../choice-field.tsx';
import { ErrorSummary } from '../error-summary.tsx';
import { MomentField, ProseField, TextField } from '../field.tsx';
import type { Filled } from '../filled.ts';
import { FormFoot } from '../form-foot.tsx';
import { ConsoleFrame, type Frame } from '../frame.tsx';
import { SentBack } from './sent-back.tsx';
import { noticeWords } from './words.ts';

type WritePageProps = {
  frame: Frame;
  trackingId: string | null;
  filled: Filled;
  /** The draft that is changed; without it a new one is written. */
  editing?: Editing;
};
type Editing = { noticeId: number; revision: number; remark: string | undefined };

/** How many places can be named at which it was published too. */
export const mostElsewhere = 3;

/** Where a notice is written: a message about an advisory that is not a version. */
export function WriteNoticePage({ frame, trackingId, filled, editing }: WritePageProps) {
  const { language, paths } = frame;
  const w = noticeWords[language];
  const title = editing ? w.edit : w.write;
  return (
    <ConsoleFrame {...frame} title={title} here="advisories">
      {trackingId && (
        <p>
          <a href={`/console/advisories/${trackingId}`}>{trackingId}</a>
        </p>
      )}
      <h1>{title}</h1>
      {editing?.remark && <SentBack remark={{ text: editing.remark }} language={language} />}
      <ErrorSummary filled={filled} language={language} />
      <form method="post" action={paths[language]} id={filled.form} class="editor">
        {editing && <input type="hidden" name="revision" value={editing.revision} />}
        <div class="pair">
          <RadiosField
            filled={filled}
            path="kind"
            label={w.kind}
            options={noticeKinds.map((value) => ({
              value,
              label: noticeKindWords[language][value],
            }))}
            required
          />
          <RadiosField
            filled={filled}
            path="tlp"
            label="TLP"
            options={tlps.map((value) => ({ value, label: `TLP:${value}` }))}
            required
          />
          {languages.map((each) => (
            <div>
              <TextField
                filled={filled}
                path={`content.${each}.title`}
                label={w.titleIn[each]}
                required
              />
              <ProseField
                filled={filled}
                path={`content.${each}.body`}
                label={w.bodyIn[each]}
                rows={10}
                required
              />
            </div>
          ))}
        </div>
        {!editing && <Elsewhere filled={filled} w={w} />}
        <FormFoot label={w.save}>
          {editing && <a href={`/console/notices/${editing.noticeId}`}>{w.back}</a>}
        </FormFoot>
      </form>
    </ConsoleFrame>
  );
}

/** Where else it was published, as far as that is known on writing; the notice's page takes more. */
function Elsewhere({ filled, w }: { filled: Filled; w: (typeof noticeWords)['en'] }) {
  return (
    <>
      <h2>{w.elsewhere}</h2>
      <p class="hint">{w.elsewhereHint}</p>
      {[...Array(mostElsewhere).keys()].map((index) => (
        <div class="pair">
          <TextField
            filled={filled}
            path={`publishedElsewhere.${index}.where`}
            label={w.where(index + 1)}
          />
          <MomentField
            filled={filled}
            path={`publishedElsewhere.${index}.at`}
            label={w.at(index + 1)}
          />
        </div>
      ))}
    </>
  );
}
