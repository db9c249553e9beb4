/** A few figures side by side, each with what it counts. */
export const Figures = ({ figures }: { figures: { number: number; what: string }[] }) => (
  <ul className="figures">
    {figures.map(({ number, what }) => (
      <li className="figure" key={what}>
        <span className="figure__number">{number}</span> <span className="figure__what">{what}</span>
      </li>
    ))}
  </ul>
)
