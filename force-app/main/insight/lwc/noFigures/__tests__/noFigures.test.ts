import NoFigures from 'c/noFigures';
import { mount, settle, textOf } from 'test/screen';

describe('c-no-figures', () => {
  it.each([
    ['notConnected', 'No ERP is connected'],
    ['notLinked', 'Not a customer in the ERP yet'],
    ['neverPulled', 'No figures yet']
  ])('%s: says why there is nothing to see', async (state, heading) => {
    const element = mount('c-no-figures', NoFigures, { state });
    await settle();

    expect(textOf(element)).toContain(heading);
    await expect(element).toBeAccessible();
  });
});
