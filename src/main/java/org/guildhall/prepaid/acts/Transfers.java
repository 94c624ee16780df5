package org.guildhall.prepaid.acts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.guildhall.kernel.Ids;
import org.guildhall.kernel.Refusal;
import org.guildhall.prepaid.MovementKind;
import org.guildhall.prepaid.PrepaidRefusal;
import org.guildhall.prepaid.Transfer;
import org.guildhall.prepaid.rules.Part;
import org.guildhall.prepaid.rules.Splits;
import org.guildhall.prepaid.rules.Stake;
import org.springframework.stereotype.Component;

/** Moves principal with its share of bonus to another member; the days of its top-ups go with it. */
@Component
class Transfers {

    private final AccountStore accounts;
    private final MovementStore movements;
    private final TopUps topUps;
    private final Booking booking;

    Transfers(AccountStore accounts, MovementStore movements, TopUps topUps, Booking booking) {
        this.accounts = accounts;
        this.movements = movements;
        this.topUps = topUps;
        this.booking = booking;
    }

    void transfer(Turn from, Turn to, Transfer command) {
        from.requireMoving();
        to.requireMoving();
        long amount = from.positive("amount", command.amount());
        requireAllowed(from, amount);
        if (amount > from.principalLeft()) {
            throw Refusal.of(new PrepaidRefusal.BalanceTooLow(from.money(from.principalLeft()), command.amount()));
        }
        var parts = Splits.transfer(from.stakes(), amount);
        var room = topUps.require(to, amount, Part.bonus(parts));
        var words = new Entry.Words(command.reason(), null);
        booking.book(
                from,
                Entry.of(MovementKind.TRANSFER_OUT, Part.taken(parts))
                        .with(new Entry.Link(null, to.member(), null))
                        .with(words));
        booking.book(
                to,
                Entry.of(MovementKind.TRANSFER_IN, received(from, to, parts))
                        .with(new Entry.Link(from.id(), from.member(), null))
                        .with(words)
                        .with(new Entry.Kept(room.cap().minor(), room.named(), null, List.of())));
    }

    private void requireAllowed(Turn from, long amount) {
        var rules = from.policy().transfers();
        if (!rules.allowed()) {
            throw Refusal.of(new PrepaidRefusal.TransferNotAllowed());
        }
        long already = -movements
                .since(from.member(), MovementKind.TRANSFER_OUT, from.today())
                .principal();
        if (amount > rules.mostAtOnce().minor()) {
            throw Refusal.of(new PrepaidRefusal.TransferTooLarge(rules.mostAtOnce(), from.money(amount)));
        }
        if (already + amount > rules.mostPerDay().minor()) {
            throw Refusal.of(
                    new PrepaidRefusal.TransferLimit(rules.mostPerDay(), from.money(already), from.money(amount)));
        }
    }

    /** Each part becomes a top-up of the receiver, as old as the money is. */
    private List<Part> received(Turn from, Turn to, List<Part> parts) {
        Map<UUID, Stake> stakes = from.stakes().stream().collect(Collectors.toMap(Stake::id, Function.identity()));
        var received = new ArrayList<Part>();
        for (var part : parts) {
            var source = stakes.get(part.topUp());
            if (source == null) {
                throw new IllegalStateException("no top-up " + part.topUp());
            }
            var id = Ids.derived(to.id() + "|" + part.topUp());
            accounts.open(
                    to.member(),
                    new Stake(id, to.number(), part.principal(), part.bonus(), 0, 0, source.paidAt(), source.origin()));
            received.add(new Part(id, part.principal(), part.bonus()));
        }
        return received;
    }
}
