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
      'react-hooks/rules-of-hooks': 'error',
      'no-console': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  // A test's `useTestDatabase` is no hook of React's.
  { files: ['tests/**'], rules: { 'react-hooks/rules-of-hooks': 'off' } },
  // Commands talk to the terminal; nothing else does.
  { files: ['app/processes/**', 'tests/**', '*.js', '**/*.js'], rules: { 'no-console': 'off' } },
)
