import ShownPart from 'c/shownPart';
import { mount, settle, textOf } from 'test/screen';

describe('c-shown-part', () => {
  it.each([
    [{ what: 'ERP Invoices', shown: 50, total: 1234 }, 'The newest 50 of 1,234 are shown (ERP Invoices).'],
    [null, '']
  ])('of %p says "%s"', async (shown, text) => {
    const element = mount('c-shown-part', ShownPart, { shown });
    await settle();

    expect(textOf(element)).toBe(text);
    await expect(element).toBeAccessible();
  });
});
