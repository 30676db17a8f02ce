import RecordLink from 'c/recordLink';
import { find, mount, settle } from 'test/screen';

const went: unknown[] = [];

jest.mock('lightning/navigation', () => {
  const Navigate = Symbol('Navigate');
  const GenerateUrl = Symbol('GenerateUrl');
  const NavigationMixin = (Base: new () => object) =>
    class extends Base {
      [Navigate](page: unknown) {
        went.push(page);
      }
      [GenerateUrl](page: { attributes: { recordId: string } }) {
        return Promise.resolve(`/lightning/r/${page.attributes.recordId}/view`);
      }
    };
  return { NavigationMixin: Object.assign(NavigationMixin, { Navigate, GenerateUrl }) };
});

const page = { type: 'standard__recordPage', attributes: { recordId: '801A', actionName: 'view' } };

async function link() {
  const element = mount('c-record-link', RecordLink, { recordId: '801A', label: 'SO-1' });
  await settle();
  return find(element, 'a') as HTMLAnchorElement;
}

describe('c-record-link', () => {
  beforeEach(() => went.splice(0));

  it('is a real link that opens inside Lightning', async () => {
    const anchor = await link();
    const event = new MouseEvent('click', { cancelable: true });

    anchor.dispatchEvent(event);

    expect([anchor.getAttribute('href'), anchor.textContent]).toEqual(['/lightning/r/801A/view', 'SO-1']);
    expect(event.defaultPrevented).toBe(true);
    expect(went).toEqual([page]);
  });

  it('leaves a click for a new tab to the browser', async () => {
    const anchor = await link();
    const event = new MouseEvent('click', { cancelable: true, ctrlKey: true });
    anchor.addEventListener('click', (each) => each.preventDefault(), { once: true });

    anchor.dispatchEvent(event);

    expect(went).toEqual([]);
  });
});
