/** The menu of the web view offers to go back and to load anew, which are nothing of ours: it is left to texts. */
export function keepOwnMenus(): void {
  document.addEventListener('contextmenu', (event) => {
    const target = event.target instanceof Element ? event.target : undefined;
    const isText = target?.closest('input, textarea, [contenteditable]') !== null;
    const marked = getSelection();
    const isMarked =
      target !== undefined && marked?.isCollapsed === false && marked.containsNode(target, true);
    if (!isText && !isMarked) {
      event.preventDefault();
    }
  });
}
