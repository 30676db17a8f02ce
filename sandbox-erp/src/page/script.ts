/**
 * The page's script, as text that the browser runs: a form with data-post is sent to the control API as JSON; then the page is
 * drawn anew and the outcome told in the flash message, which survives the reload in session storage.
 */
export const SCRIPT = `
const flash = document.getElementById('flash');
function tell(message, failed) {
  flash.textContent = message;
  flash.classList.toggle('error', failed);
  flash.hidden = false;
  setTimeout(() => { flash.hidden = true; }, failed ? 12000 : 6000);
}
const kept = sessionStorage.getItem('flash');
if (kept) { sessionStorage.removeItem('flash'); tell(kept, false); }
function valueOf(field) {
  if (field.value === '') return undefined;
  return field.type === 'number' ? Number(field.value) : field.value;
}
async function send(form) {
  const body = {};
  for (const field of form.elements) if (field.name && valueOf(field) !== undefined) body[field.name] = valueOf(field);
  const response = await fetch(form.dataset.post + location.search, {
    method: form.dataset.method || 'POST',
    headers: { 'content-type': 'application/json' },
    ...(form.dataset.method === 'DELETE' ? {} : { body: JSON.stringify(body) })
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error || 'The sandbox answered ' + response.status + '.');
  return form.dataset.done.replace(/\\{(\\w+)\\}/g, (_, name) => {
    const value = answer[name] ?? body[name] ?? '';
    return typeof value === 'number' ? value.toFixed(2) : value;
  });
}
document.addEventListener('submit', async (event) => {
  const form = event.target;
  if (!form.dataset.post) return;
  event.preventDefault();
  const buttons = form.querySelectorAll('button');
  buttons.forEach((button) => { button.disabled = true; });
  try {
    sessionStorage.setItem('flash', await send(form));
    location.reload();
  } catch (error) {
    tell(error.message, true);
    buttons.forEach((button) => { button.disabled = false; });
  }
});
`;
