/** Small facts on one line: as of, by whom, where it stands. Those that are empty are left out. */
export function Facts({ facts }: { facts: readonly string[] }) {
  const said = facts.filter((fact) => fact !== '');
  return said.length === 0 ? null : (
    <p className="i-hint">
      {said.map((fact, at) => (
        <span key={fact}>
          {at > 0 ? ' · ' : null}
          <bdi>{fact}</bdi>
        </span>
      ))}
    </p>
  );
}
