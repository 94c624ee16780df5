package org.guildhall.prepaid.acts;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.guildhall.access.Permission;
import org.guildhall.jooq.prepaid.tables.records.MovementRecord;
import org.guildhall.jooq.prepaid.tables.records.PaymentRecord;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.platform.OneByOne;
import org.guildhall.prepaid.Because;
import org.guildhall.prepaid.GiveBack;
import org.guildhall.prepaid.KeptPayment;
import org.guildhall.prepaid.MovementKind;
import org.guildhall.prepaid.Pay;
import org.guildhall.prepaid.PrepaidPermissions;
import org.guildhall.prepaid.PrepaidRefusal;
import org.guildhall.prepaid.Refund;
import org.guildhall.prepaid.TopUp;
import org.guildhall.prepaid.Transfer;
import org.guildhall.prepaid.advances.AdvanceGate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets those entitled act on accounts within their reach, now or, for the machine, as of an earlier instant. */
@Component
class PrepaidDesk {

    private final Turns turns;
    private final Money money;
    private final MovementStore movements;
    private final AccountStore accounts;
    private final Reach reach;

    PrepaidDesk(Turns turns, Money money, MovementStore movements, AccountStore accounts, Reach reach) {
        this.turns = turns;
        this.money = money;
        this.movements = movements;
        this.accounts = accounts;
        this.reach = reach;
    }

    /** The ways in which money moves. */
    @Component
    record Money(
            TopUps topUps,
            Payments payments,
            Returns returns,
            Refunds refunds,
            Transfers transfers,
            Undoing undoing,
            AdvanceGate gate,
            Booking booking) {}

    /** The caller's key, and when it is told to have happened. */
    record Asked(String key, @Nullable Instant as) {

        Turns.Wish wish(Object... content) {
            return new Turns.Wish(key, List.of(content), as);
        }
    }

    UUID topUp(TopUp command, Asked asked) {
        reach.requireServed(command.member(), command.store(), PrepaidPermissions.TOP_UP);
        // What is told of the past came in long ago.
        var known = asked.as == null ? money.gate.known() : null;
        return turns.take(
                command.member(), asked.wish("top-up", command), turn -> money.topUps.topUp(turn, command, known));
    }

    UUID pay(Pay command, @Nullable KeptPayment kept, Asked asked) {
        reach.requireServed(command.member(), command.store(), PrepaidPermissions.PAY);
        return turns.take(command.member(), asked.wish("pay", command), turn -> {
            requireHonoured(asked);
            money.payments.pay(turn, command, kept);
        });
    }

    UUID lock(Pay command, Asked asked) {
        reach.requireServed(command.member(), command.store(), PrepaidPermissions.PAY);
        return turns.take(command.member(), asked.wish("lock", command), turn -> {
            requireHonoured(asked);
            money.payments.lock(turn, command);
        });
    }

    private void requireHonoured(Asked asked) {
        if (asked.as == null) {
            money.gate.requireHonoured();
        }
    }

    UUID use(UUID payment, Asked asked) {
        var locked = find(payment, PrepaidPermissions.PAY);
        return turns.take(
                member(locked), asked.wish("use", payment), turn -> money.payments.use(turn, payment(payment)));
    }

    UUID release(UUID payment, Asked asked) {
        var locked = find(payment, PrepaidPermissions.PAY);
        return turns.take(
                member(locked), asked.wish("release", payment), turn -> money.payments.release(turn, payment(payment)));
    }

    UUID giveBack(UUID payment, GiveBack command, @Nullable KeptPayment kept, Asked asked) {
        var paid = find(payment, PrepaidPermissions.GIVE_BACK);
        if (command.store() != null) {
            reach.require(command.store(), PrepaidPermissions.GIVE_BACK);
        }
        return turns.take(
                member(paid),
                asked.wish("give-back", payment, command),
                turn -> money.returns.giveBack(turn, payment(payment), command, kept));
    }

    UUID refund(MemberId member, Refund command, Asked asked) {
        reach.require(member, command.store(), PrepaidPermissions.REFUND);
        boolean mayRefundMuch = reach.may(PrepaidPermissions.REFUND_LARGE);
        return turns.take(
                member,
                asked.wish("refund", member, command),
                turn -> money.refunds.refund(turn, command, mayRefundMuch));
    }

    UUID freeze(MemberId member, Because command, Asked asked) {
        reach.require(member, PrepaidPermissions.FREEZE);
        return turns.take(member, asked.wish("freeze", member, command), turn -> {
            turn.requireMoving();
            freeze(turn, true, command);
        });
    }

    UUID unfreeze(MemberId member, Because command, Asked asked) {
        reach.require(member, PrepaidPermissions.FREEZE);
        return turns.take(member, asked.wish("unfreeze", member, command), turn -> {
            if (!turn.account().frozen()) {
                throw Refusal.of(new PrepaidRefusal.NotFrozen());
            }
            freeze(turn, false, command);
        });
    }

    private void freeze(Turn turn, boolean frozen, Because command) {
        accounts.freeze(turn.member(), frozen);
        var kind = frozen ? MovementKind.FREEZE : MovementKind.UNFREEZE;
        money.booking.write(turn, Entry.of(kind, List.of()).with(new Entry.Words(command.reason(), null)));
    }

    UUID transfer(MemberId member, Transfer command, Asked asked) {
        reach.require(member, PrepaidPermissions.TRANSFER);
        if (command.to().equals(member)) {
            throw InvalidInput.of("to", member, "another-member");
        }
        reach.require(command.to(), PrepaidPermissions.TRANSFER);
        return turns.take(
                List.of(member, command.to()),
                asked.wish("transfer", member, command),
                both -> money.transfers.transfer(both.getFirst(), both.getLast(), command));
    }

    UUID undo(UUID movement, Because command, Asked asked) {
        var undone = find(movement, PrepaidPermissions.UNDO);
        return switch (MovementKind.of(undone.getKind())) {
            case TOP_UP, REFUND ->
                turns.take(
                        member(undone),
                        asked.wish("undo", movement, command),
                        turn -> money.undoing.undo(turn, undone, command.reason()));
            case TRANSFER_OUT -> undoTransfer(undone, command, asked);
            default -> throw Refusal.of(new PrepaidRefusal.NotUndoable(movement));
        };
    }

    private UUID undoTransfer(MovementRecord out, Because command, Asked asked) {
        var in = find(accounts.about(out.getMovementId(), MovementKind.TRANSFER_IN.code())
                .getFirst());
        reach.require(member(in), PrepaidPermissions.UNDO);
        return turns.take(
                List.of(member(out), member(in)),
                asked.wish("undo", out.getMovementId(), command),
                both -> money.undoing.undo(both.getFirst(), out, both.getLast(), in, command.reason()));
    }

    /** Gives back the locks that lapsed, each in a transaction of its own; how many. */
    int releaseLapsed(Instant now, int atOnce) {
        return OneByOne.work(atOnce, (Set<UUID> but) -> movements.lapsed(now, but, atOnce), payment -> {
            release(payment, new Asked("lapsed|" + payment, null));
            return true;
        });
    }

    /** The movement, if it is within reach of whoever asks; who lacks the permission learns nothing of what there is. */
    MovementRecord find(UUID movement, Permission permission) {
        reach.scope(permission);
        var found = find(movement);
        reach.require(found, permission);
        return found;
    }

    private MovementRecord find(UUID movement) {
        return movements.find(movement).orElseThrow(() -> Refusal.of(new PrepaidRefusal.UnknownMovement(movement)));
    }

    private PaymentRecord payment(UUID payment) {
        return movements.payment(payment).orElseThrow(() -> Refusal.of(new PrepaidRefusal.NotAPayment(payment)));
    }

    private static MemberId member(MovementRecord row) {
        return new MemberId(row.getMemberId());
    }
}
