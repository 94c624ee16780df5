package org.guildhall.prepaid;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Refusal;
import org.guildhall.members.MemberKind;

/** Why stored value says no. */
public sealed interface PrepaidRefusal extends Refusal.Reason {

    /** There is no such movement within the actor's scope. */
    record UnknownMovement(UUID movement) implements PrepaidRefusal, Refusal.Missing {}

    /** The member has no such top-up. */
    record UnknownTopUp(UUID topUp) implements PrepaidRefusal, Refusal.Missing {}

    /** The actor does not work at this store. */
    record StoreOutOfReach(String store) implements PrepaidRefusal, Refusal.Forbidden {}

    /** The key was used before for another act. */
    record MovementDiffers(UUID movement) implements PrepaidRefusal, Refusal.Conflict {}

    /** The account is frozen. */
    record AccountFrozen() implements PrepaidRefusal, Refusal.Rule {}

    /** The account is not frozen. */
    record NotFrozen() implements PrepaidRefusal, Refusal.Conflict {}

    /** The balance would rise above what the account may hold. */
    record AboveCap(Money cap, Money after, boolean named) implements PrepaidRefusal, Refusal.Rule {
        @Override
        public List<Refusal.Field> fields() {
            return List.of(new Refusal.Field("amount", after.decimal(), "within-limit"));
        }
    }

    /** The company would hold more money paid in advance than its class of issuer may, whatever it is paid for. */
    record AboveAdvanceCap(PaidFor paidFor, Money cap, Money after, Money left, int percent, String clause)
            implements PrepaidRefusal, Refusal.Rule {

        /** Only a top-up has an amount that could be less. */
        @Override
        public List<Refusal.Field> fields() {
            return paidFor == PaidFor.STORED_VALUE
                    ? List.of(new Refusal.Field("amount", after.decimal(), "within-limit"))
                    : List.of();
        }
    }

    /** So much comes by bank transfer and in no other way. */
    record ByTransferOnly(Money amount, Money from, MemberKind payer, String clause)
            implements PrepaidRefusal, Refusal.Rule {

        @Override
        public List<Refusal.Field> fields() {
            return List.of(new Refusal.Field("method", amount.decimal(), "by-transfer"));
        }
    }

    /** The end of honouring is announced: no new money comes in. */
    record HonouringEnds(LocalDate announcedOn, LocalDate endsOn) implements PrepaidRefusal, Refusal.Rule {}

    /** Honouring has ended: what is left is refunded, and pays for nothing. */
    record HonouringEnded(LocalDate endsOn) implements PrepaidRefusal, Refusal.Rule {}

    /** Less is left than is to be taken. */
    record BalanceTooLow(Money available, Money wanted) implements PrepaidRefusal, Refusal.Rule {}

    /** The movement is not a payment, or not one that was made. */
    record NotAPayment(UUID movement) implements PrepaidRefusal, Refusal.Conflict {}

    /** The payment belongs to a sale that a module made; it is given back there, with all that hangs on it. */
    record PaymentIsKept(UUID payment, String keeper, UUID about, String name)
            implements PrepaidRefusal, Refusal.Conflict {}

    /** Less of the payment is left than is to be given back. */
    record ReturnTooLarge(Money left, Money wanted) implements PrepaidRefusal, Refusal.Rule {}

    /** The top-up the payment was made from was refunded or undone since. */
    record TopUpClosed(UUID topUp) implements PrepaidRefusal, Refusal.Conflict {}

    /** The payment is not locked any more. */
    record NotLocked(UUID payment) implements PrepaidRefusal, Refusal.Conflict {}

    /** A payment is locked on what is to be refunded, transferred or undone. */
    record PaymentLocked(UUID payment) implements PrepaidRefusal, Refusal.Conflict {}

    /** The days in which no reason is needed are over. */
    record TooLateWithoutReason(int days, LocalDate paidOn) implements PrepaidRefusal, Refusal.Rule {}

    /** Who had had the same goods or services before needs a reason. */
    record HadBefore() implements PrepaidRefusal, Refusal.Rule {}

    /** Nothing is left to be refunded. */
    record NothingToRefund() implements PrepaidRefusal, Refusal.Rule {}

    /** The refund is no longer what it was when it was calculated. */
    record QuoteOutdated(Money expected, Money now) implements PrepaidRefusal, Refusal.Conflict {}

    /** With what was refunded to the member today already, so large a refund needs somebody entitled to it. */
    record RefundTooLarge(Money most, Money already, Money wanted) implements PrepaidRefusal, Refusal.Forbidden {}

    /** The rules let nobody transfer. */
    record TransferNotAllowed() implements PrepaidRefusal, Refusal.Rule {}

    /** More would be transferred at once than the rules allow. */
    record TransferTooLarge(Money most, Money wanted) implements PrepaidRefusal, Refusal.Rule {}

    /** With what was transferred today already, more would be transferred in a day than the rules allow. */
    record TransferLimit(Money most, Money already, Money wanted) implements PrepaidRefusal, Refusal.Rule {}

    /** The movement cannot be undone: it is of another kind, undone already, or what it brought has moved on. */
    record NotUndoable(UUID movement) implements PrepaidRefusal, Refusal.Conflict {}
}
