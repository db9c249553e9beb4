import tseslint from 'typescript-eslint'
import hooks from 'eslint-plugin-react-hooks'
import a11y from 'eslint-plugin-jsx-a11y'

export default tseslint.config(
  { ignores: ['build', 'data', 'node_modules', 'public', 'db/migrations'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { 'react-hooks': hooks, 'jsx-a11y': a11y },
    rules: {
      ...a11y.flatConfigs.recommended.rules,
      'no-console': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  // Hooks of React live in screens; elsewhere "use…" is a word like any other.
  { files: ['app/**/*.tsx'], rules: { 'react-hooks/rules-of-hooks': 'error' } },
  // Commands talk to the terminal; nothing else does.
  { files: ['app/processes/**', 'tests/**', '*.js', '**/*.js'], rules: { 'no-console': 'off' } },
)
