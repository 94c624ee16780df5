package org.guildhall.adjustments.acts;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.guildhall.adjustments.Adjusted;
import org.guildhall.adjustments.AdjustmentRefusal;
import org.guildhall.adjustments.ChangeOutlook;
import org.guildhall.approvals.ApprovalView;
import org.guildhall.approvals.Approvals;
import org.guildhall.approvals.AskApproval;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.ledger.Receipt;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets a change by hand pass up to what the authority table says, and asks for it beyond.
 *
 * <p>A change is booked first and measured then, while its account is locked, so that two changes at once count together. If
 * it needs somebody's yes its transaction is taken back, and the next one asks.
 */
@Component
class Authority {

    private static final UUID NOBODYS = new UUID(0, 0);

    private final ObjectProvider<Approvals> approvals;
    private final TransactionTemplate transaction;
    private final JsonMapper json;

    Authority(ObjectProvider<Approvals> approvals, TransactionTemplate transaction, JsonMapper json) {
        this.approvals = approvals;
        this.transaction = transaction;
        this.json = json;
    }

    /**
     * A change that somebody wants.
     *
     * @param command what is to be done, read again once it is approved
     * @param facts what those who decide see
     * @param adds what a command of another open request about the member adds to the size
     */
    record Wish(
            String kind,
            UUID subject,
            MemberId member,
            Object command,
            Facts facts,
            ToLongFunction<JsonNode> adds,
            String reason) {}

    /** What those who decide see of a change of its own amount that counts as so much. */
    @FunctionalInterface
    interface Facts {
        Map<String, Object> of(long amount, long size);
    }

    /**
     * A change as booked.
     *
     * @param amount of the change alone
     * @param size what it counts as in the authority table
     */
    record Booked(@Nullable Receipt receipt, long amount, long size) {

        boolean replayed() {
            return receipt != null && receipt.replayed();
        }
    }

    /** Whether changes of the kind can need approval at all today. */
    boolean bounded(String kind) {
        return approvals.getObject().needed(kind, Long.MAX_VALUE);
    }

    /** What a change would add to what was done today. */
    record Counted(long amount, long today) {}

    /** What the authority table says of a change together with what counts with it. */
    ChangeOutlook outlook(String kind, MemberId member, Counted counted, ToLongFunction<JsonNode> adds) {
        long waiting = Objects.requireNonNull(
                transaction.execute(status -> approvals.getObject().waiting(kind, member, NOBODYS).stream()
                        .mapToLong(adds)
                        .reduce(0, Math::addExact)));
        long size = Math.addExact(Math.addExact(counted.amount, counted.today), waiting);
        return new ChangeOutlook(counted.today, waiting, approvals.getObject().outlook(kind, size));
    }

    /**
     * Does the change or asks for it; refuses a key that asked for something else, also where this would pass at once. What was
     * asked is answered for good: a key whose request waits, was rejected or withdrawn does nothing on a quieter day.
     */
    Adjusted within(Wish wish, Supplier<Booked> change) {
        var earlier = approvals.getObject().latest(wish.kind, wish.subject);
        if (earlier.isPresent()) {
            requireSame(wish, earlier.get());
            var request = earlier.get().request();
            if (request.state() != ApprovalView.State.APPROVED) {
                return Adjusted.asked(request);
            }
        }
        var tried = Objects.requireNonNull(transaction.execute(status -> {
            var done = change.get();
            boolean waits = !done.replayed() && needed(wish, done.size());
            if (waits) {
                status.setRollbackOnly();
            }
            return new Tried(done, waits);
        }));
        return tried.waits
                ? Objects.requireNonNull(transaction.execute(status -> ask(wish, tried.booked)))
                : Adjusted.done(tried.booked.receipt());
    }

    private record Tried(Booked booked, boolean waits) {}

    private boolean needed(Wish wish, long size) {
        return approvals.getObject().needed(wish.kind, size)
                || approvals.getObject().needed(wish.kind, withWaiting(wish, size));
    }

    /** With what waits for somebody's yes: split into many requests it is no smaller. */
    private long withWaiting(Wish wish, long size) {
        long sum = size;
        for (var command : approvals.getObject().waiting(wish.kind, wish.member, wish.subject)) {
            sum = Math.addExact(sum, wish.adds.applyAsLong(command));
        }
        return sum;
    }

    private Adjusted ask(Wish wish, Booked tried) {
        var command = json.<JsonNode>valueToTree(wish.command);
        var earlier = approvals.getObject().latest(wish.kind, wish.subject);
        if (earlier.isPresent()) {
            requireSame(wish, earlier.get());
            return Adjusted.asked(earlier.get().request());
        }
        long all = withWaiting(wish, tried.size);
        return Adjusted.asked(approvals
                .getObject()
                .ask(new AskApproval(
                        wish.kind,
                        wish.subject,
                        command,
                        wish.facts.of(tried.amount, all),
                        all,
                        wish.member,
                        null,
                        wish.reason)));
    }

    private void requireSame(Wish wish, Approvals.Latest asked) {
        var command = json.readTree(json.valueToTree(wish.command).toString());
        if (!command.equals(asked.command())) {
            throw Refusal.of(new AdjustmentRefusal.ActDiffers(asked.request().id()));
        }
    }
}
