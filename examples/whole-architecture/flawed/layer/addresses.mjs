/** An address in capitals, a line each, as printers and carriers take it. */
export function addressLines({ name, street, place, country }) {
  return [name, street, place, country].filter(Boolean).map((line) => line.toUpperCase());
}
