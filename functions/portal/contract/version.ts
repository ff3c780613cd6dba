/**
 * The version of the API, told in a header of every answer. Answers may gain fields under one version. It is raised where
 * one is taken away or a list of names (a status, a state, a severity…) gains one that a page still open would not know:
 * such a page then asks to be loaded again instead of showing half an answer. Free of zod: the page uses it.
 */
export const apiVersion = '6';
export const versionHeader = 'Api-Version';
