package org.guildhall.prepaid.acts;

import java.util.List;
import java.util.UUID;
import org.guildhall.jooq.prepaid.tables.records.MovementRecord;
import org.guildhall.kernel.Refusal;
import org.guildhall.prepaid.MovementKind;
import org.guildhall.prepaid.PaymentMethod;
import org.guildhall.prepaid.PrepaidRefusal;
import org.guildhall.prepaid.rules.Part;
import org.guildhall.prepaid.rules.Stake;
import org.springframework.stereotype.Component;

/** Undoes what nothing has built on: a top-up or a transfer still whole, a refund that still fits under the cap. */
@Component
class Undoing {

    private final AccountStore accounts;
    private final TopUps topUps;
    private final Booking booking;

    Undoing(AccountStore accounts, TopUps topUps, Booking booking) {
        this.accounts = accounts;
        this.topUps = topUps;
        this.booking = booking;
    }

    /** Undoes a top-up or a refund. */
    void undo(Turn turn, MovementRecord undone, String reason) {
        requireFirst(turn, undone.getMovementId());
        var parts = Part.taken(accounts.parts(List.of(undone.getMovementId())));
        var entry = entry(undone, parts, reason);
        if (undone.getKind().equals(MovementKind.TOP_UP.code())) {
            requireWhole(turn, undone.getMovementId(), parts);
            booking.book(turn, entry, "undone");
        } else {
            booking.book(turn, entry.with(cap(turn, parts)));
        }
    }

    /** Undoes both sides of a transfer. */
    void undo(Turn from, MovementRecord out, Turn to, MovementRecord in, String reason) {
        requireFirst(from, out.getMovementId());
        to.requireMoving();
        var received = Part.taken(accounts.parts(List.of(in.getMovementId())));
        requireWhole(to, out.getMovementId(), received);
        var sent = Part.taken(accounts.parts(List.of(out.getMovementId())));
        accounts.closed(sent.stream().map(Part::topUp).toList()).ifPresent(closed -> {
            throw Refusal.of(new PrepaidRefusal.TopUpClosed(closed));
        });
        booking.book(
                to,
                entry(in, received, reason).with(new Entry.Link(in.getMovementId(), from.member(), null)),
                "undone");
        booking.book(
                from,
                entry(out, sent, reason)
                        .with(new Entry.Link(out.getMovementId(), to.member(), null))
                        .with(cap(from, sent)));
    }

    private void requireFirst(Turn turn, UUID movement) {
        turn.requireMoving();
        if (!accounts.about(movement, MovementKind.UNDO.code()).isEmpty()) {
            throw Refusal.of(new PrepaidRefusal.NotUndoable(movement));
        }
    }

    /** Nothing of these top-ups was spent, transferred or refunded. */
    private static void requireWhole(Turn turn, UUID movement, List<Part> back) {
        for (var part : back) {
            boolean whole = turn.stakes().stream()
                    .filter(stake -> stake.id().equals(part.topUp()))
                    .anyMatch(Undoing::untouched);
            if (!whole) {
                throw Refusal.of(new PrepaidRefusal.NotUndoable(movement));
            }
        }
    }

    private static boolean untouched(Stake stake) {
        return stake.principalLeft() == stake.paid() && stake.bonusLeft() == stake.gift();
    }

    private Entry.Kept cap(Turn turn, List<Part> parts) {
        var room = topUps.require(turn, Part.principal(parts), Part.bonus(parts));
        return new Entry.Kept(room.cap().minor(), room.named(), null, List.of());
    }

    private static Entry entry(MovementRecord undone, List<Part> parts, String reason) {
        var method = undone.getMethod() == null ? null : PaymentMethod.of(undone.getMethod());
        return Entry.of(MovementKind.UNDO, parts)
                .with(new Entry.Cash(-undone.getMoney(), method))
                .with(new Entry.Link(undone.getMovementId(), null, store(undone)))
                .with(new Entry.Words(reason, null));
    }

    private static org.guildhall.kernel.@org.jspecify.annotations.Nullable UnitId store(MovementRecord row) {
        return row.getStoreId() == null ? null : new org.guildhall.kernel.UnitId(row.getStoreId());
    }
}
