package org.guildhall.prepaid.acts;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.guildhall.jooq.prepaid.tables.records.PaymentRecord;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.Refusal;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.CauseKey;
import org.guildhall.ledger.Ledger;
import org.guildhall.ledger.PlaceHold;
import org.guildhall.prepaid.KeptPayment;
import org.guildhall.prepaid.MovementKind;
import org.guildhall.prepaid.Pay;
import org.guildhall.prepaid.PrepaidRefusal;
import org.guildhall.prepaid.rules.Part;
import org.guildhall.prepaid.rules.Splits;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Pays from the pots the rules name; locks first and pays later where that is asked for. */
@Component
class Payments {

    private final MovementStore movements;
    private final AccountStore accounts;
    private final Booking booking;
    private final Ledger ledger;

    Payments(MovementStore movements, AccountStore accounts, Booking booking, Ledger ledger) {
        this.movements = movements;
        this.accounts = accounts;
        this.booking = booking;
        this.ledger = ledger;
    }

    /** Pays; for a module's sale if one is named. */
    void pay(Turn turn, Pay command, @Nullable KeptPayment kept) {
        var parts = parts(turn, command);
        booking.book(turn, entry(MovementKind.PAYMENT, parts, command));
        var row = payment(turn, parts, command, "paid");
        if (kept != null) {
            row.setKeptBy(kept.keeper());
            row.setKeptAbout(kept.about());
            row.setKeptName(kept.name());
        }
        movements.insert(row);
    }

    void lock(Turn turn, Pay command) {
        var parts = parts(turn, command);
        var lapses = (turn.as() == null ? booking.now() : turn.as())
                .plus(Duration.ofMinutes(turn.policy().lockMinutes()));
        booking.write(turn, entry(MovementKind.LOCK, parts, command));
        var row = payment(turn, parts, command, "locked");
        row.setPrincipalHold(hold(turn, Asset.PRINCIPAL, Part.principal(parts)));
        row.setBonusHold(hold(turn, Asset.BONUS, Part.bonus(parts)));
        row.setLapsesAt(AccountStore.at(lapses));
        movements.insert(row);
    }

    void use(Turn turn, PaymentRecord payment) {
        var id = requireLocked(turn, payment);
        booking.write(turn, Entry.of(MovementKind.USE, List.of()).with(Entry.Link.to(id, movements.storeOf(id))));
        if (payment.getPrincipalHold() != null) {
            ledger.use(step(turn, Asset.PRINCIPAL), payment.getPrincipalHold());
        }
        if (payment.getBonusHold() != null) {
            ledger.use(step(turn, Asset.BONUS), payment.getBonusHold());
        }
        movements.settle(id, "paid");
    }

    void release(Turn turn, PaymentRecord payment) {
        var id = requireLocked(turn, payment);
        var parts = Part.taken(accounts.parts(List.of(id)));
        booking.write(turn, Entry.of(MovementKind.RELEASE, parts).with(Entry.Link.to(id, movements.storeOf(id))));
        if (payment.getPrincipalHold() != null) {
            ledger.release(step(turn, Asset.PRINCIPAL), payment.getPrincipalHold());
        }
        if (payment.getBonusHold() != null) {
            ledger.release(step(turn, Asset.BONUS), payment.getBonusHold());
        }
        movements.back(id, payment.getPrincipal(), payment.getBonus());
        movements.settle(id, "released");
    }

    private static UUID requireLocked(Turn turn, PaymentRecord payment) {
        turn.requireMoving();
        if (!payment.getState().equals("locked")) {
            throw Refusal.of(new PrepaidRefusal.NotLocked(payment.getPaymentId()));
        }
        return payment.getPaymentId();
    }

    /** What the payment takes of which top-up; above zero. */
    private static List<Part> parts(Turn turn, Pay command) {
        turn.requireMoving();
        long wanted = turn.positive("amount", command.amount());
        var listed = command.listAmount();
        if (listed != null && turn.positive("listAmount", listed) < wanted) {
            throw InvalidInput.of("listAmount", listed.decimal(), "not-below-amount");
        }
        long amount = command.partly() ? Math.min(wanted, turn.left()) : wanted;
        if (amount > turn.left() || amount == 0) {
            throw Refusal.of(new PrepaidRefusal.BalanceTooLow(turn.money(turn.left()), command.amount()));
        }
        return Splits.pay(turn.policy(), turn.stakes(), amount);
    }

    private static Entry entry(MovementKind kind, List<Part> parts, Pay command) {
        return Entry.of(kind, Part.taken(parts))
                .with(Entry.Link.at(command.store()))
                .with(new Entry.Words(null, command.reference()));
    }

    /** The price before discounts is cut to what was paid here, if less was. */
    private static PaymentRecord payment(Turn turn, List<Part> parts, Pay command, String state) {
        long principal = Part.principal(parts);
        long bonus = Part.bonus(parts);
        long wanted = command.amount().minor();
        long listed = command.listAmount() == null
                ? principal + bonus
                : Math.max(principal + bonus, Refunds.times(command.listAmount().minor(), principal + bonus, wanted));
        var row = new PaymentRecord();
        row.setMemberId(turn.member().value());
        row.setPaymentId(turn.id());
        row.setState(state);
        row.setPrincipal(principal);
        row.setBonus(bonus);
        row.setListAmount(listed);
        row.setPrincipalBack(0L);
        row.setBonusBack(0L);
        return row;
    }

    /** Locks end by their own clock, which waits while the account is frozen: the ledger never ends the hold by itself. */
    private @Nullable UUID hold(Turn turn, Asset asset, long amount) {
        if (amount == 0) {
            return null;
        }
        return ledger.place(new PlaceHold(
                        step(turn, asset),
                        turn.member(),
                        asset,
                        amount,
                        turn.as(),
                        null,
                        PrepaidReasons.CAUSE,
                        turn.id()))
                .holdId();
    }

    private static CauseKey step(Turn turn, Asset asset) {
        return CauseKey.of("prepaid|" + turn.id() + "|" + asset);
    }
}
