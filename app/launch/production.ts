// Imported first: React and its renderer choose their fast form when they are loaded.
process.env["NODE_ENV"] ??= "production";
