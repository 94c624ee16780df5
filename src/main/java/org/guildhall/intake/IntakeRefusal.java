package org.guildhall.intake;

import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.Refusal;

/** Every reason for which the intake says no. */
public sealed interface IntakeRefusal extends Refusal.Reason {

    /** There is no such import. */
    record UnknownImport(UUID importId) implements IntakeRefusal, Refusal.Missing {}

    /** There is no such saved mapping. */
    record UnknownMapping(UUID mappingId) implements IntakeRefusal, Refusal.Missing {}

    /** Another saved mapping has this name. */
    record MappingNameTaken(String name) implements IntakeRefusal, Refusal.Conflict {}

    /** The file, or what is packed in it, is larger than the limit. */
    record FileTooLarge(long limitBytes, boolean unpacked) implements IntakeRefusal, Refusal.TooLarge {}

    /** The file as a whole can't be read; the problem is a stable word. */
    record UnreadableFile(String problem) implements IntakeRefusal, Refusal.Invalid {}

    /** The file can't be read from this row on; the problem is a stable word. */
    record UnreadableRow(String problem, long row) implements IntakeRefusal, Refusal.Invalid {}

    /** The mapping or a setting does not fit the file; the fields say which. */
    record UnfitMapping(List<Refusal.Field> fields) implements IntakeRefusal, Refusal.Invalid {}

    /** The import is in a state that forbids this step. */
    record WrongState(UUID importId, String state, String step) implements IntakeRefusal, Refusal.Conflict {}

    /** The uploaded file was removed after its keeping time; upload it again. */
    record FileGone(UUID importId) implements IntakeRefusal, Refusal.Conflict {}
}
