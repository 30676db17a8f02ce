import { api } from 'lwc';
import chooseCompany from '@salesforce/apex/SetupController.chooseCompany';
import testConnection from '@salesforce/apex/SetupController.testConnection';
import back from '@salesforce/label/c.Handoff_Back';
import companies from '@salesforce/label/c.Handoff_ConnectCompanies';
import connectedTo from '@salesforce/label/c.Handoff_ConnectConnectedTo';
import credential from '@salesforce/label/c.Handoff_ConnectCredential';
import credentialHelp from '@salesforce/label/c.Handoff_ConnectCredentialHelp';
import next from '@salesforce/label/c.Handoff_ConnectNext';
import test from '@salesforce/label/c.Handoff_ConnectTest';
import testing from '@salesforce/label/c.Handoff_ConnectTesting';
import title from '@salesforce/label/c.Handoff_ConnectTitle';
import took from '@salesforce/label/c.Handoff_ConnectTook';
import type { SetupState, TestResult } from 'apex/SetupController';
import ActingScreen from 'c/actingScreen';
import type { Problem } from 'c/errors';
import { fill } from 'c/text';

/** Step 2: names the Named Credential, calls the ERP live, and picks the ERP company. No secret is ever typed here. */
export default class SetupConnect extends ActingScreen {
  @api state: SetupState | null = null;

  label = { back, companies, credential, credentialHelp, next, test, testing, title };
  credentialName = '';
  companyId = '';
  result: TestResult | null = null;
  testing = false;

  override connectedCallback(): void {
    this.credentialName = this.state?.namedCredential ?? '';
    this.companyId = this.state?.companyId ?? '';
  }

  /** A test belongs to the name it was made with. */
  handleName(event: CustomEvent<{ value: string }>): void {
    this.credentialName = event.detail.value.trim();
    this.result = null;
  }

  async handleTest(): Promise<void> {
    if (this.cannotTest) return;
    this.testing = true;
    this.result = null;
    await this.attempt(async () => {
      this.result = await testConnection({
        connectionId: this.state?.connectionId ?? null,
        namedCredential: this.credentialName
      });
      const ids = (this.result.companies ?? []).map((each) => each.id);
      if (!ids.includes(this.companyId)) this.companyId = (ids.length === 1 && ids[0]) || '';
    });
    this.testing = false;
  }

  handleCompany(event: CustomEvent<{ value: string }>): void {
    this.companyId = event.detail.value;
  }

  handleBack(): void {
    this.dispatchEvent(new CustomEvent('back'));
  }

  async handleNext(): Promise<void> {
    if (this.cannotGoOn) return;
    await this.attempt(async () => {
      const detail = await chooseCompany({
        connectionId: this.state?.connectionId ?? null,
        namedCredential: this.credentialName,
        companyId: this.companyId,
        companyName: this.companyName
      });
      this.dispatchEvent(new CustomEvent<SetupState>('finished', { detail }));
    });
  }

  private get companyName(): string {
    const found = (this.result?.companies ?? []).find((each) => each.id === this.companyId);
    return found?.name ?? this.state?.companyName ?? '';
  }

  /** The company chosen on an earlier visit, as long as the name of the credential is the same. */
  get earlierChoice(): string | null {
    const same = this.credentialName !== '' && this.credentialName === this.state?.namedCredential;
    return same && !this.result && this.state?.companyId ? fill(connectedTo, this.state.companyName) : null;
  }

  get succeeded(): string | null {
    return this.result?.ok ? `${this.result.message ?? ''} ${fill(took, this.result.durationMs)}` : null;
  }

  /** A failed test is a result, shown like any other error: what happened, whose move, next step. */
  get failed(): Problem | null {
    const result = this.result;
    if (!result || result.ok) return null;
    return {
      code: 'TEST_FAILED',
      message: result.message ?? '',
      owner: result.owner ?? null,
      nextStep: result.nextStep ?? null
    };
  }

  get companyOptions() {
    return (this.result?.companies ?? []).map(({ id, name }) => ({ label: name ?? id ?? '', value: id ?? '' }));
  }

  get hasCompanies(): boolean {
    return this.companyOptions.length > 0;
  }

  get cannotTest(): boolean {
    return this.testing || this.credentialName === '';
  }

  get cannotGoOn(): boolean {
    return this.busy || !(this.result?.ok || this.earlierChoice) || this.companyId === '';
  }
}
