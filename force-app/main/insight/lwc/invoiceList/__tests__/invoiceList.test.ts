import InvoiceList from 'c/invoiceList';
import { find, findAll, mount, press, settle, textOf } from 'test/screen';
import panel from '../../accountPanel/__tests__/data/ready.json';

async function open(invoices: object[] | null = panel.invoices) {
  const element = mount('c-invoice-list', InvoiceList, { invoices });
  await settle();
  return element;
}

const toggle = (element: Element, index: number) => findAll(element, 'button')[index] as HTMLElement;

describe('c-invoice-list', () => {
  it('shows what is due when, and marks what is overdue', async () => {
    const element = await open();

    expect(findAll(element, 'tbody tr').map((each) => textOf(each))).toEqual([
      'INV-2007 2026-09-20 2026-10-20 Overdue Open 4900 USD 3200 USD',
      'INV-2011 2026-11-02 2026-12-02 Open 9250 USD 9250 USD'
    ]);
    await expect(element).toBeAccessible();
  });

  it('opens an invoice to its lines and closes it again', async () => {
    const element = await open();

    await press(toggle(element, 0));
    const lines = textOf(find(element, '.lines'));
    const expanded = toggle(element, 0).getAttribute('aria-expanded');
    await expect(element).toBeAccessible();
    await press(toggle(element, 0));

    expect(lines).toBe(
      'Lines of invoice INV-2007 Description Quantity Unit price Amount Harbor light HL-400 3 1250 USD 3750 USD Installation SVC-INST 1 1150 USD 1150 USD'
    );
    expect(expanded).toBe('true');
    expect(findAll(element, '.lines')).toHaveLength(0);
    expect(toggle(element, 0).getAttribute('aria-expanded')).toBe('false');
  });

  it('says when the ERP gave no lines', async () => {
    const element = await open();

    await press(toggle(element, 1));

    expect(textOf(find(element, '.detail'))).toBe('The ERP gave no lines for this invoice.');
  });

  it.each([[[]], [null]])('says that there are no invoices (%p)', async (invoices) => {
    const element = await open(invoices);

    expect(textOf(element)).toBe('No invoices are posted for this customer.');
    await expect(element).toBeAccessible();
  });
});
