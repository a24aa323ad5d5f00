import { matrixSchema, scoreRisk } from '../../../../src/advisory/matrix.ts';
import {
  impactQuestions,
  likelihoodQuestions,
  type Question,
} from '../../../../src/advisory/question.ts';
import { formatRisk, isUrgent, levels } from '../../../../src/advisory/risk.ts';
import { words as siteWords } from '../../../site/words.ts';
import { RadiosField, SelectField } from '../../choice-field.tsx';
import { ProseField } from '../../field.tsx';
import { type Filled, valueAt } from '../../filled.ts';
import { Do, type Draw, Section } from './section.tsx';

const parts = { likelihood: likelihoodQuestions, impact: impactQuestions } as const;

/** The matrix as questions, what it comes to, and the room to deviate from it with a reason. */
export function RiskSection({ draw }: { draw: Draw }) {
  const { filled, w } = draw;
  return (
    <Section draw={draw} path="matrix" title={w.risk}>
      <Questions draw={draw} part="likelihood" title={w.chance} />
      <Questions draw={draw} part="impact" title={w.damage} />
      <Outcome draw={draw} />
      <p class="actions">
        <Do action="compute" label={w.compute} />
        <Do action="clear matrix" label={w.clear} />
      </p>
      <div class="pair">
        <Level draw={draw} path="likelihood" label={w.chance} />
        <Level draw={draw} path="impact" label={w.damage} />
      </div>
      <ProseField
        filled={filled}
        path="deviation"
        label={w.deviation}
        hint={w.deviationHint}
        rows={3}
      />
    </Section>
  );
}

type QuestionsProps = { draw: Draw; part: keyof typeof parts; title: string };

function Questions({ draw: { filled, language }, part, title }: QuestionsProps) {
  const questions: readonly Question[] = parts[part];
  return (
    <>
      <h3>{title}</h3>
      <div class="questions">
        {questions.map(({ key, text, answers }) => (
          <RadiosField
            filled={filled}
            path={`matrix.${part}.${key}`}
            label={text[language]}
            options={answers.map((answer) => ({ value: answer.key, label: answer.text[language] }))}
          />
        ))}
      </div>
    </>
  );
}

/** What the answers come to; the script of the page keeps it up to date while they are given. */
function Outcome({ draw: { filled, w } }: { draw: Draw }) {
  const words = JSON.stringify({ open: w.open, outcome: w.outcome, urgent: w.urgent });
  return (
    <p class="banner" tabindex={-1} autofocus={filled.focus === 'outcome'} id="outcome">
      <output data-matrix-outcome={words}>{outcomeOf(filled, w)}</output>
    </p>
  );
}

function outcomeOf(filled: Filled, w: Draw['w']): string {
  const answers = (part: keyof typeof parts) =>
    parts[part].map(({ key, answers: known }) => {
      const value = valueAt(filled, `matrix.${part}.${key}`);
      return { key, answer: known.find((one) => one.key === value) };
    });
  const given = { likelihood: answers('likelihood'), impact: answers('impact') };
  const open = [...given.likelihood, ...given.impact].filter(({ answer }) => !answer).length;
  if (open > 0) return w.open.replace('{n}', String(open));
  const asked = (part: keyof typeof given) =>
    Object.fromEntries(given[part].map(({ key, answer }) => [key, answer?.key]));
  const risk = scoreRisk(
    matrixSchema.parse({ likelihood: asked('likelihood'), impact: asked('impact') }),
  );
  const sum = given.likelihood.reduce((total, { answer }) => total + (answer?.points ?? 0), 0);
  const said = w.outcome.replace('{risk}', formatRisk(risk)).replace('{sum}', String(sum));
  return isUrgent(risk) ? `${said} ${w.urgent}` : said;
}

function Level({
  draw,
  path,
  label,
}: {
  draw: Draw;
  path: 'likelihood' | 'impact';
  label: string;
}) {
  const { filled, language, w } = draw;
  const options = [
    { value: '', label: w.asMatrix },
    ...levels.map((value) => ({ value, label: siteWords[language].levels[value] })),
  ];
  return <SelectField filled={filled} path={path} label={label} options={options} />;
}
