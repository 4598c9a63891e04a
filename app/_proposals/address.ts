/** Where a proposal is looked at and decided. */
export const proposalAddress = (policy: string, number: number) => `/policies/${policy}/proposals/${number}`
