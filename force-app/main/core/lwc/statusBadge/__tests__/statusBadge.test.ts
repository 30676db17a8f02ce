import StatusBadge from 'c/statusBadge';
import { mount, settle, textOf } from 'test/screen';

describe('c-status-badge', () => {
  it.each([
    ['Planned', 'In line'],
    ['Ready', 'In line'],
    ['Held', 'Held'],
    ['Sending', 'Sending'],
    ['Waiting', 'Trying again'],
    ['Delivered', 'Delivered'],
    ['Rejected', 'Refused'],
    ['Unknown', 'No answer'],
    ['Superseded', 'Replaced'],
    ['Cancelled', 'Cancelled'],
    ['SomethingNew', 'SomethingNew']
  ])('says %s as %s', async (state, text) => {
    const element = mount('c-status-badge', StatusBadge, { state });
    await settle();

    expect(textOf(element)).toBe(text);
    await expect(element).toBeAccessible();
  });
});
