package org.guildhall.policies;

import java.time.LocalDate;
import java.util.List;
import org.guildhall.kernel.Refusal;

/** Why policies say no. */
public sealed interface PolicyRefusal extends Refusal.Reason {

    /** Refusals because there is no such thing. */
    sealed interface Missing extends PolicyRefusal, Refusal.Missing {}

    /** There is no such kind of policy. */
    record UnknownKind(String policy) implements Missing {}

    /** The policy has no such version. */
    record NoSuchVersion(String policy, int version) implements Missing {}

    /** There is no such draft, or no longer. */
    record NoSuchDraft(String draft) implements Missing {}

    /** Refusals because the present state forbids it. */
    sealed interface Conflict extends PolicyRefusal, Refusal.Conflict {}

    /** Somebody saved the draft in the meantime. */
    record StaleDraft(int expected, int actual, String editor) implements Conflict {}

    /** The draft says the same as the version it would follow. */
    record NothingToPublish(String policy) implements Conflict {}

    /** The version was withdrawn before. */
    record AlreadyWithdrawn(String policy, int version) implements Conflict {}

    /** Refusals because a rule says no. */
    sealed interface Rule extends PolicyRefusal, Refusal.Rule {}

    /** Whoever edited the draft last can't publish it alone. */
    record FourEyes(String editor) implements Rule {}

    /** A policy can't be in force before today. */
    record EffectiveInThePast(LocalDate effectiveFrom, LocalDate today) implements Rule {
        @Override
        public List<Refusal.Field> fields() {
            return List.of(new Refusal.Field("effectiveFrom", effectiveFrom, "future-or-present"));
        }
    }

    /** Only a version whose first day lies ahead can be withdrawn. */
    record AlreadyInForce(String policy, int version, LocalDate effectiveFrom) implements Rule {}

    /** Refusals because the input breaks rules. */
    sealed interface Invalid extends PolicyRefusal, Refusal.Invalid {}

    /** The policy breaks rules of its kind. */
    record InvalidPolicy(String policy, List<Refusal.Field> fields) implements Invalid {}
}
