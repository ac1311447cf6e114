import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["build/", "data/", "node_modules/"] },
  ...tseslint.configs.recommendedTypeChecked,
  { languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } } },
  {
    files: ["**/*.tsx"],
    plugins: { "react-hooks": reactHooks },
    rules: { "react-hooks/rules-of-hooks": "error", "react-hooks/exhaustive-deps": "error" },
  },
  {
    rules: {
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      // A route throws a Response to answer at once: Remix's way.
      "@typescript-eslint/only-throw-error": "off",
      "@typescript-eslint/require-await": "off",
      "no-console": "off",
      eqeqeq: "error",
      "prefer-const": "error",
    },
  },
  // Scripts for browsers as they stand, without a build.
  { files: ["app/accounts/show-card.js", "app/learning/read-aloud.js", "app/learning/keep-answers.js", "app/mentoring/class-board.js", "app/operations/service-worker.js", "app/regions/region-search.js", "**/*.mjs", "*.js"], ...tseslint.configs.disableTypeChecked },
);
