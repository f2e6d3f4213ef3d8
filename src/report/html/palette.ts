/** The colours of one scheme, by what they are for. */
export interface Palette {
  page: string;
  /** Boxes and code. */
  surface: string;
  text: string;
  /** Text of less weight. */
  quiet: string;
  /** Lines that only part things. */
  line: string;
  /** The edges of controls, and the lines of the map. */
  edge: string;
  link: string;
  mandatory: string;
  advisory: string;
  /** Severities; the least bad has no colour of its own. */
  critical: string;
  high: string;
  medium: string;
  /** What is right. */
  good: string;
  /** What is behind a resource of the map that has such findings. */
  mandatoryTint: string;
  advisoryTint: string;
}

export const LIGHT: Palette = {
  page: "#ffffff",
  surface: "#f5f6f7",
  text: "#1b1f24",
  quiet: "#57606a",
  line: "#d8dde2",
  edge: "#7a838d",
  link: "#0b57b5",
  mandatory: "#b3201b",
  advisory: "#7d5300",
  critical: "#a3131b",
  high: "#b3401a",
  medium: "#7d5300",
  good: "#1a6b32",
  mandatoryTint: "#fdf1f0",
  advisoryTint: "#fcf6e8",
};

export const DARK: Palette = {
  page: "#14171b",
  surface: "#1c2025",
  text: "#e3e6ea",
  quiet: "#a3abb5",
  line: "#343a42",
  edge: "#78828d",
  link: "#82b4f5",
  mandatory: "#ff8f86",
  advisory: "#e0b354",
  critical: "#ff8f86",
  high: "#ffa370",
  medium: "#e0b354",
  good: "#6fcf8a",
  mandatoryTint: "#2e1c1c",
  advisoryTint: "#2a2417",
};

const declarations = (palette: Palette): string =>
  Object.entries(palette)
    .map(([name, colour]) => `--${name}: ${String(colour)};`)
    .join(" ");

/** The variables that the style sheet reads: the reader's choice counts before the system's, and paper is light. */
export const paletteStyles = (): string => `
:root { color-scheme: light; ${declarations(LIGHT)} }
@media screen and (prefers-color-scheme: dark) { :root { color-scheme: dark; ${declarations(DARK)} } }
@media screen {
  :root[data-theme="light"] { color-scheme: light; ${declarations(LIGHT)} }
  :root[data-theme="dark"] { color-scheme: dark; ${declarations(DARK)} }
}
`;
