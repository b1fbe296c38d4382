// Placeholder so that the target builds; its first file replaces this one.
