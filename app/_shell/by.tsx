/** “ by Ann”; nothing where it was nobody, as for what came with the installation. */
export const By = ({ name }: { name: string | null }) => (name ? ` by ${name}` : null)
