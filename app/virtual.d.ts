declare module 'virtual:remix/server-build' {
  // eslint-disable-next-line @typescript-eslint/consistent-type-imports
  const build: import('@remix-run/node').ServerBuild
  export = build
}
