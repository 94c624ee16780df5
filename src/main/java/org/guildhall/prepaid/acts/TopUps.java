package org.guildhall.prepaid.acts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Refusal;
import org.guildhall.prepaid.AdvanceIntake;
import org.guildhall.prepaid.MovementKind;
import org.guildhall.prepaid.PaidFor;
import org.guildhall.prepaid.PaymentMethod;
import org.guildhall.prepaid.PrepaidRefusal;
import org.guildhall.prepaid.QuoteTopUp;
import org.guildhall.prepaid.TopUp;
import org.guildhall.prepaid.TopUpQuote;
import org.guildhall.prepaid.advances.AdvanceGate;
import org.guildhall.prepaid.rules.Arrivals;
import org.guildhall.prepaid.rules.Part;
import org.guildhall.prepaid.rules.PrepaidExplanation;
import org.guildhall.prepaid.rules.Stake;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes money in, under the cap, and gives the bonus it brings. */
@Component
class TopUps {

    /** What is noticed when a day's top-ups together are above the cap that each kept. */
    static final String IN_PIECES = "cap-in-pieces";

    /** What is noticed when a day's top-ups together would have had to come by bank transfer. */
    static final String TRANSFER_IN_PIECES = "transfer-in-pieces";

    private final AccountStore accounts;
    private final MovementStore movements;
    private final Booking booking;
    private final Gates gates;

    TopUps(AccountStore accounts, MovementStore movements, Booking booking, Gates gates) {
        this.accounts = accounts;
        this.movements = movements;
        this.booking = booking;
        this.gates = gates;
    }

    /** Who lets money in: the account's own cap by who the member is, and the company's. */
    @Component
    record Gates(Identity identity, AdvanceGate advances) {}

    /** What new money meets: the cap and what counts against it, before and after. */
    record Room(Money cap, Identity.Payer payer, long before, long after) {

        boolean named() {
            return payer.named();
        }

        boolean suffices() {
            return after <= cap.minor();
        }
    }

    /** Whether so much may come in; money on its way out still counts. */
    Room room(Turn turn, long principal, long bonus) {
        var payer = gates.identity.payer(turn.member());
        long bonusLeft = turn.left() - turn.principalLeft();
        long before = Arrivals.counted(turn.policy(), turn.principalLeft() + turn.locked(), bonusLeft);
        long after = Math.addExact(before, Arrivals.counted(turn.policy(), principal, bonus));
        return new Room(Arrivals.cap(turn.policy(), payer.named()), payer, before, after);
    }

    /** The room, refused if it does not suffice. */
    Room require(Turn turn, long principal, long bonus) {
        var room = room(turn, principal, bonus);
        if (!room.suffices()) {
            throw Refusal.of(new PrepaidRefusal.AboveCap(room.cap, turn.money(room.after), room.named()));
        }
        return room;
    }

    /** Takes money in; under the company's cap unless it is told of the past. */
    void topUp(Turn turn, TopUp command, AdvanceGate.@Nullable Known known) {
        turn.requireMoving();
        long amount = turn.positive("amount", command.amount());
        long bonus = Arrivals.bonus(turn.policy(), amount);
        var room = require(turn, amount, bonus);
        var earlier = movements.since(turn.member(), MovementKind.TOP_UP, turn.today());
        var notices = new ArrayList<String>();
        if (earlier.times() > 0 && earlier.principal() + amount > room.cap.minor()) {
            notices.add(IN_PIECES);
        }
        if (known != null) {
            var from = known.rules().policy().byTransfer().from(room.payer.kind());
            if (command.method() != PaymentMethod.TRANSFER
                    && earlier.times() > 0
                    && earlier.principal() + amount >= from.minor()) {
                notices.add(TRANSFER_IN_PIECES);
            }
            notices.addAll(gates.advances.admit(
                    known,
                    new AdvanceIntake.Payment(
                            PaidFor.STORED_VALUE, command.amount(), command.method(), room.payer.kind())));
        }
        var at = turn.as() == null ? booking.now() : turn.as();
        accounts.open(turn.member(), new Stake(turn.id(), turn.number(), amount, bonus, 0, 0, at, turn.id()));
        booking.book(
                turn,
                Entry.of(MovementKind.TOP_UP, List.of(new Part(turn.id(), amount, bonus)))
                        .with(new Entry.Cash(amount, command.method()))
                        .with(Entry.Link.at(command.store()))
                        .with(new Entry.Words(null, command.reference()))
                        .with(new Entry.Kept(room.cap.minor(), room.named(), null, notices)));
    }

    TopUpQuote quote(Turn turn, QuoteTopUp command) {
        long amount = turn.positive("amount", command.amount());
        long bonus = Arrivals.bonus(turn.policy(), amount);
        var room = room(turn, amount, bonus);
        var outlook = gates.advances.outlook(amount, turn.currency());
        var why = new PrepaidExplanation(turn.rules()).topUp(amount, room.before, room.named());
        return new TopUpQuote(
                turn.money(amount),
                turn.money(bonus),
                room.cap,
                turn.money(Math.max(0, room.cap.minor() - room.before)),
                room.named(),
                gates.advances.transferFrom(room.payer.kind()),
                outlook.allowed(),
                room.suffices() && outlook.allowed() && !turn.account().frozen(),
                why.with(Stream.concat(why.parts().stream(), outlook.why().stream())
                        .toList()));
    }

    /** The cap of a member today. */
    Room standing(Turn turn) {
        return room(turn, 0, 0);
    }
}
