package org.guildhall.members;

/** What undoing a batch would do: members annulled, changes set back, and values changed since that will stay. */
public record UndoPreview(long registrations, long changes, long changedSince) {}
