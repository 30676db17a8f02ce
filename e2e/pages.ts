import type { Locator, Page } from 'playwright-core';

/** The amount of a figure tile (`Balance`, `Credit room`, …) as the page shows it, without its currency sign. */
export async function figure(page: Page, label: string): Promise<string> {
  const tile = page.locator('dl').filter({ has: page.getByRole('term').getByText(label, { exact: true }) });
  const text = await tile.getByRole('definition').first().innerText();
  return text.replace(/[^\d.,-]/g, '');
}

/** `12450` as the page writes it: `12,450.00`. */
export const money = (amount: number): string =>
  amount.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** Edits the record on the page: sets a picklist and saves. */
export async function setPicklist(page: Page, field: string, value: string): Promise<void> {
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: field }).click();
  await dialog.getByRole('option', { name: value, exact: true }).click();
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** Presses the record's action and returns its window once it has said what became of it. */
export async function pressAction(page: Page, name: string): Promise<Locator> {
  await page.getByRole('button', { name, exact: true }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  return dialog;
}

export async function closeDialog(dialog: Locator): Promise<void> {
  await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();
  await dialog.waitFor({ state: 'detached' });
}
