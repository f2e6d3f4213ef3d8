/** True for the names by which a stack or an environment says that it is production. */
export const isProduction = (environment: string): boolean => /^(prd|prod|production)$/i.test(environment);
