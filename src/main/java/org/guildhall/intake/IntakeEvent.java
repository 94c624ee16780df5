package org.guildhall.intake;

import org.guildhall.kernel.Actor;

/** What happened in the intake; published inside the transaction that made it so. */
public sealed interface IntakeEvent {

    /** A file is in. */
    record ImportFinished(ImportId id, ImportKind kind, long accepted, long rejected) implements IntakeEvent {}

    /** An import was undone. */
    record ImportUndone(ImportId id, String by) implements IntakeEvent {

        /** Undone by this actor. */
        public static ImportUndone of(ImportId id, Actor by) {
            return new ImportUndone(id, by.reference());
        }
    }
}
