/** Source: https://developer.salesforce.com/docs/component-library/bundle/lightning-platform-resource-loader */

/** Loads a script once. Rejects when it cannot be loaded. */
export function loadScript(_component: unknown, url: string): Promise<void> {
  return load('script', { src: url }, `script[src="${CSS.escape(url)}"]`);
}

/** Loads a style sheet once. Rejects when it cannot be loaded. */
export function loadStyle(_component: unknown, url: string): Promise<void> {
  return load('link', { rel: 'stylesheet', href: url }, `link[href="${CSS.escape(url)}"]`);
}

function load(tag: 'script' | 'link', attributes: Record<string, string>, present: string): Promise<void> {
  if (document.head.querySelector(present)) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const element = Object.assign(document.createElement(tag), attributes);
    element.onload = () => resolve();
    element.onerror = () => reject(new Error(`Cannot load ${attributes['src'] ?? attributes['href']}`));
    document.head.append(element);
  });
}
