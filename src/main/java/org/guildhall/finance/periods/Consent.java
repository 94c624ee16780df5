package org.guildhall.finance.periods;

import java.util.Map;
import java.util.Objects;
import org.guildhall.access.Access;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.approvals.ApprovalView;
import org.guildhall.approvals.Approvals;
import org.guildhall.approvals.AskApproval;
import org.guildhall.finance.ChangePeriod;
import org.guildhall.finance.FinanceRefusal;
import org.guildhall.finance.PeriodAnswer;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.Ids;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.StaffId;
import org.guildhall.ledger.Closing;
import org.guildhall.ledger.Periods;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Closes and opens months at once where the authority table lets one person, and asks where it wants two. */
@Component
class Consent {

    static final String CLOSE = "finance.close";
    static final String REOPEN = "finance.reopen";

    private final Periods periods;
    private final ObjectProvider<Approvals> approvals;
    private final Witness witness;
    private final TransactionTemplate transaction;
    private final JsonMapper json;

    /** Who acts, where it is noted, and what is kept beside the books. */
    @Component
    record Witness(Access access, Audit audit, CardBook cards) {}

    Consent(
            Periods periods,
            ObjectProvider<Approvals> approvals,
            Witness witness,
            TransactionTemplate transaction,
            JsonMapper json) {
        this.periods = periods;
        this.approvals = approvals;
        this.witness = witness;
        this.transaction = transaction;
        this.json = json;
    }

    /** What somebody wants to do with which month. */
    record Wish(String kind, ChangePeriod command) {}

    /** Does it or asks for it; what is impossible already is refused before anybody is asked. */
    PeriodAnswer within(Wish wish, Runnable possible) {
        return Objects.requireNonNull(transaction.execute(status -> {
            if (!approvals.getObject().needed(wish.kind, 0)) {
                return new PeriodAnswer(carryOut(wish, null), null);
            }
            possible.run();
            var month = wish.command.month().toString();
            var subject = Ids.derived(wish.kind + "|" + month);
            approvals.getObject().open(wish.kind, subject).ifPresent(waiting -> requireSame(waiting, wish));
            var request = approvals
                    .getObject()
                    .ask(new AskApproval(
                            wish.kind,
                            subject,
                            json.valueToTree(wish.command),
                            Map.of("month", month),
                            0,
                            null,
                            null,
                            wish.command.reason()));
            requireSame(request, wish);
            return new PeriodAnswer(null, new PeriodAnswer.Asked(request.id(), request.state()));
        }));
    }

    /** One request waits at a time: who says the same again is shown it, who wants it otherwise is told rather than merged into it. */
    private void requireSame(ApprovalView request, Wish wish) {
        var asker = witness.access.actor().reference();
        if (!request.requestedBy().equals(asker) || !request.reason().equals(wish.command.reason())) {
            throw Refusal.of(new FinanceRefusal.AlreadyAsked(
                    wish.command.month(),
                    request.id(),
                    request.requestedByName(),
                    request.requestedAt(),
                    request.reason()));
        }
    }

    /** Does what was approved, in the name of whoever asked for it. */
    void approved(String kind, ApprovalView request, JsonNode command) {
        var wish = new Wish(kind, json.treeToValue(command, ChangePeriod.class));
        var reference = request.requestedBy();
        if (reference.startsWith("staff:")) {
            var asker = new Actor.Staff(StaffId.of(reference.substring("staff:".length())), request.requestedByName());
            witness.access.runAs(asker, () -> carryOut(wish, request));
        } else {
            carryOut(wish, request);
        }
    }

    private Closing carryOut(Wish wish, @Nullable ApprovalView request) {
        var month = wish.command.month();
        var reason = wish.command.reason();
        boolean closes = wish.kind.equals(CLOSE);
        var done = closes ? periods.close(month, reason) : periods.reopen(month, reason);
        if (closes) {
            witness.cards.keep(done);
        }
        witness.audit.record(AuditEntry.of(
                closes ? "finance.month-closed" : "finance.month-reopened",
                "month",
                month,
                "month",
                month.toString(),
                "reason",
                reason,
                "approval",
                request == null ? null : request.id()));
        return done;
    }
}
