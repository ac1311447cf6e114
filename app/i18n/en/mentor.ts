export const mentor = {};
