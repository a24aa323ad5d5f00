import { impactQuestions, likelihoodQuestions } from '../../../advisory/question.ts';

type Loose = Record<string, unknown>;

const isLoose = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const lines = (value: unknown) =>
  typeof value === 'string'
    ? value
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean)
    : value;

/** The part of the form under `content` as `contentSchema` takes it; what has the wrong shape is left for it to refuse. */
export function toContent(given: unknown): unknown {
  if (!isLoose(given)) return given;
  const { cves, cwes, products, coveringNotes, ...rest } = given;
  const notes = listOf(coveringNotes);
  return {
    ...rest,
    cves: lines(cves ?? ''),
    cwes: lines(cwes ?? ''),
    products: listOf(products).map(toProduct),
    ...(notes.length > 0 && { coveringNotes: notes.map(toNote) }),
  };
}

function toProduct(given: unknown): unknown {
  if (!isLoose(given)) return given;
  return { ...given, cpe: given.cpe || undefined, purl: given.purl || undefined };
}

function toNote(given: unknown): unknown {
  if (!isLoose(given)) return given;
  const { audienceId } = given;
  const isNumber = typeof audienceId === 'string' && /^\d{1,9}$/.test(audienceId);
  return { ...given, audienceId: isNumber ? Number(audienceId) : undefined };
}

/** The answers to the matrix: null when no question was answered, else every question, answered or not. */
export function toMatrix(given: unknown): unknown {
  if (!isLoose(given)) return null;
  const part = (questions: readonly { key: string }[], answers: unknown) =>
    Object.fromEntries(
      questions.map(({ key }) => [key, isLoose(answers) ? answers[key] : undefined]),
    );
  return {
    likelihood: part(likelihoodQuestions, given.likelihood),
    impact: part(impactQuestions, given.impact),
  };
}
