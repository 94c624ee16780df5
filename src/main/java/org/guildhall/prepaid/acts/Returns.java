package org.guildhall.prepaid.acts;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.guildhall.jooq.prepaid.tables.records.PaymentRecord;
import org.guildhall.kernel.Refusal;
import org.guildhall.prepaid.GiveBack;
import org.guildhall.prepaid.KeptPayment;
import org.guildhall.prepaid.MovementKind;
import org.guildhall.prepaid.PrepaidRefusal;
import org.guildhall.prepaid.rules.Arrivals;
import org.guildhall.prepaid.rules.Part;
import org.guildhall.prepaid.rules.Splits;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives payments back, in whole or part, to the pots and top-ups they were taken from. */
@Component
class Returns {

    /** What is noticed when a return lifts a balance above its cap, as only returns may. */
    static final String ABOVE_CAP = "above-cap";

    private final MovementStore movements;
    private final AccountStore accounts;
    private final TopUps topUps;
    private final Booking booking;

    Returns(MovementStore movements, AccountStore accounts, TopUps topUps, Booking booking) {
        this.movements = movements;
        this.accounts = accounts;
        this.topUps = topUps;
        this.booking = booking;
    }

    void giveBack(Turn turn, PaymentRecord payment, GiveBack command, @Nullable KeptPayment asker) {
        requireOwn(payment, asker);
        turn.requireMoving();
        var id = payment.getPaymentId();
        if (!payment.getState().equals("paid")) {
            throw Refusal.of(new PrepaidRefusal.NotAPayment(id));
        }
        var parts = parts(turn, payment, command);
        accounts.closed(parts.stream().map(Part::topUp).toList()).ifPresent(closed -> {
            throw Refusal.of(new PrepaidRefusal.TopUpClosed(closed));
        });
        booking.book(
                turn,
                Entry.of(MovementKind.RETURN, parts)
                        .with(Entry.Link.to(id, command.store() == null ? movements.storeOf(id) : command.store()))
                        .with(new Entry.Words(command.reason(), null))
                        .with(new Entry.Kept(null, null, null, notices(turn, parts))));
        movements.back(id, Part.principal(parts), Part.bonus(parts));
    }

    /** What a module sold is given back by its sale alone, and nothing else by a sale. */
    private static void requireOwn(PaymentRecord payment, @Nullable KeptPayment asker) {
        var kept = MovementSearch.kept(payment);
        if (!Objects.equals(kept, asker)) {
            throw Refusal.of(
                    kept == null
                            ? new PrepaidRefusal.NotAPayment(payment.getPaymentId())
                            : new PrepaidRefusal.PaymentIsKept(
                                    payment.getPaymentId(), kept.keeper(), kept.about(), kept.name()));
        }
    }

    private List<Part> parts(Turn turn, PaymentRecord payment, GiveBack command) {
        var out = out(payment.getPaymentId());
        long left = out.stream().mapToLong(Part::sum).sum();
        long amount = command.amount() == null ? left : turn.positive("amount", command.amount());
        if (amount > left || left == 0) {
            throw Refusal.of(new PrepaidRefusal.ReturnTooLarge(turn.money(left), turn.money(amount)));
        }
        return Splits.giveBack(turn.policy(), out, amount);
    }

    private List<Part> out(UUID payment) {
        var taken = Part.taken(accounts.parts(List.of(payment)));
        var back = accounts.parts(accounts.about(payment, MovementKind.RETURN.code()));
        return Splits.out(taken, back);
    }

    private List<String> notices(Turn turn, List<Part> parts) {
        var room = topUps.room(turn, Part.principal(parts), Part.bonus(parts));
        long counted = Arrivals.counted(turn.policy(), Part.principal(parts), Part.bonus(parts));
        return room.suffices() || counted == 0 ? List.of() : List.of(ABOVE_CAP);
    }
}
