package org.guildhall.prepaid.acts;

import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.UnitId;
import org.guildhall.prepaid.MovementKind;
import org.guildhall.prepaid.PaymentMethod;
import org.guildhall.prepaid.rules.Part;
import org.jspecify.annotations.Nullable;

/** A movement about to be written: which top-ups it changes, and all that is kept of it beside. */
record Entry(MovementKind kind, List<Part> parts, Cash cash, Link link, Words words, Kept kept) {

    /** Money that changes hands. */
    record Cash(long money, @Nullable PaymentMethod method) {
        static final Cash NONE = new Cash(0, null);
    }

    /** What it is about, with whom and where. */
    record Link(
            @Nullable UUID about,
            @Nullable MemberId other,
            @Nullable UnitId store) {
        static final Link NONE = new Link(null, null, null);

        static Link to(UUID about, @Nullable UnitId store) {
            return new Link(about, null, store);
        }

        static Link at(@Nullable UnitId store) {
            return new Link(null, null, store);
        }
    }

    /** What somebody said about it. */
    record Words(@Nullable String reason, @Nullable String reference) {
        static final Words NONE = new Words(null, null);
    }

    /** What decided it: the cap where new money came in, the inputs of a calculation, and what seemed worth a second look. */
    record Kept(
            @Nullable Long cap,
            @Nullable Boolean named,
            @Nullable String inputs,
            List<String> notices) {
        static final Kept NOTHING = new Kept(null, null, null, List.of());
    }

    static Entry of(MovementKind kind, List<Part> parts) {
        return new Entry(kind, parts, Cash.NONE, Link.NONE, Words.NONE, Kept.NOTHING);
    }

    Entry with(Cash changed) {
        return new Entry(kind, parts, changed, link, words, kept);
    }

    Entry with(Link changed) {
        return new Entry(kind, parts, cash, changed, words, kept);
    }

    Entry with(Words changed) {
        return new Entry(kind, parts, cash, link, changed, kept);
    }

    Entry with(Kept changed) {
        return new Entry(kind, parts, cash, link, words, changed);
    }

    long principal() {
        return Part.principal(parts);
    }

    long bonus() {
        return Part.bonus(parts);
    }
}
