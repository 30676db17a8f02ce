import { api } from 'lwc';
import choosePoint from '@salesforce/apex/SetupController.choosePoint';
import questions from '@salesforce/apex/SetupController.questions';
import recommend from '@salesforce/apex/SetupController.recommend';
import answersTitle from '@salesforce/label/c.Handoff_ChooseQuestions';
import available from '@salesforce/label/c.Handoff_PointAvailable';
import best from '@salesforce/label/c.Handoff_PointBest';
import coming from '@salesforce/label/c.Handoff_PointComing';
import next from '@salesforce/label/c.Handoff_ChooseNext';
import rankingTitle from '@salesforce/label/c.Handoff_ChooseRanking';
import suggested from '@salesforce/label/c.Handoff_ChooseSuggested';
import title from '@salesforce/label/c.Handoff_ChooseTitle';
import type { Question, Recommendation, SetupState } from 'apex/SetupController';
import ActingScreen from 'c/actingScreen';
import { reduceErrors } from 'c/errors';
import { fill } from 'c/text';

/** Step 1: the published questions, answered by the org where it can, and the four handoff points ranked with reasons. */
export default class SetupChoose extends ActingScreen {
  @api state: SetupState | null = null;

  label = { answersTitle, available, best, coming, rankingTitle, title };
  questions: Question[] = [];
  ranking: Recommendation[] = [];
  loading = true;
  point = '';

  private answers: Record<string, string> = {};
  private asked = 0;

  override connectedCallback(): void {
    this.read();
  }

  async read(): Promise<void> {
    this.loading = true;
    this.problem = null;
    try {
      this.questions = await questions();
      const suggestions = this.questions.flatMap(({ id, suggested: value }) => (id && value ? [[id, value]] : []));
      this.answers = { ...Object.fromEntries(suggestions), ...this.state?.answers };
      await this.rank();
      this.point = this.state?.handoffPoint ?? this.ranking.find((each) => each.available)?.point ?? '';
    } catch (error) {
      this.problem = reduceErrors(error);
    } finally {
      this.loading = false;
    }
  }

  async handleAnswer(event: CustomEvent<{ value: string }>): Promise<void> {
    const id = (event.currentTarget as HTMLElement).dataset.id ?? '';
    this.answers = { ...this.answers, [id]: event.detail.value };
    try {
      await this.rank();
    } catch (error) {
      this.problem = reduceErrors(error);
    }
  }

  /** Answers may overtake each other on the way; only the last one counts. */
  private async rank(): Promise<void> {
    this.asked += 1;
    const mine = this.asked;
    const ranking = await recommend({ answers: this.answers });
    if (mine !== this.asked) return;
    this.ranking = ranking;
    this.problem = null;
  }

  handlePoint(event: Event): void {
    this.point = (event.target as HTMLInputElement).value;
  }

  async handleNext(): Promise<void> {
    if (this.busy) return;
    await this.attempt(async () => {
      const detail = await choosePoint({
        connectionId: this.state?.connectionId ?? null,
        point: this.point,
        answersJson: JSON.stringify(this.answers)
      });
      this.dispatchEvent(new CustomEvent<SetupState>('finished', { detail }));
    });
  }

  get lacksQuestions(): boolean {
    return this.questions.length === 0;
  }

  get asks() {
    return this.questions.map((question) => ({
      ...question,
      value: this.answers[question.id ?? ''] ?? '',
      options: (question.options ?? []).map((each) => ({ label: each.label ?? '', value: each.value ?? '' })),
      hint: question.suggested && question.why ? fill(suggested, question.why) : null
    }));
  }

  get points() {
    return this.ranking.map((each, index) => ({
      point: each.point ?? '',
      label: each.label,
      isBest: index === 0,
      unavailable: !each.available,
      badge: each.available ? available : coming,
      badgeClass: each.available ? 'slds-badge badge available' : 'slds-badge badge',
      checked: each.point === this.point,
      inputId: `point-${index}`,
      reasons: (each.reasons ?? []).map((text, key) => ({ key, text }))
    }));
  }

  get nextLabel(): string {
    return fill(next, this.point);
  }

  get cannotGoOn(): boolean {
    return this.busy || !this.ranking.some((each) => each.available && each.point === this.point);
  }
}
