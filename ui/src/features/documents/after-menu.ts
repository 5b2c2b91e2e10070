/** What a menu was chosen for is done when the menu is gone: until then it holds the keys, and would take them back. */

/** So many frames are waited for; then it is done all the same. */
const PATIENCE = 60;

export function afterMenu(run: () => void): void {
  let left = PATIENCE;
  const look = (): void => {
    left -= 1;
    if (left > 0 && document.querySelector('[role="menu"]') !== null) {
      requestAnimationFrame(look);
    } else {
      run();
    }
  };
  requestAnimationFrame(look);
}
