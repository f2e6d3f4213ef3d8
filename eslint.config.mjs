import js from "@eslint/js";
import prettier from "eslint-config-prettier";
import regexp from "eslint-plugin-regexp";
import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: [".venv/", "dist/", "coverage/", "node_modules/", "reports/", "examples/", "**/fixtures/"] },
  {
    files: ["**/*.ts"],
    extends: [js.configs.recommended, tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ["./tsconfig.json", "./tests/tsconfig.json", "./tools/tsconfig.json"],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      // A property that may be called like a method is read with brackets where its record has no known keys.
      "@typescript-eslint/dot-notation": "off",
      // Recurses without end on a recursive type such as Value (typescript-eslint 8.73).
      "@typescript-eslint/no-unsafe-class-instance-assignment": "off",
    },
  },
  {
    // The texts that rules read are somebody else's: no expression may take more time than grows with their length.
    files: ["**/*.{ts,js,mjs}"],
    ignores: ["tests/**"],
    plugins: { regexp },
    rules: {
      "regexp/no-super-linear-backtracking": ["error", { report: "potential" }],
      "regexp/no-super-linear-move": ["error", { report: "potential", ignorePartial: false }],
    },
  },
  prettier,
);
