package org.guildhall.cashback.payouts;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.guildhall.approvals.ApprovalView;
import org.guildhall.approvals.Approvals;
import org.guildhall.approvals.AskApproval;
import org.guildhall.approvals.AuthorityOutlook;
import org.guildhall.cashback.PayoutView;
import org.guildhall.kernel.Ids;
import org.guildhall.kernel.MemberId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Who has to agree to a payout and to taking payments back, and what waits for them. */
@Component
class Consent {

    private final ObjectProvider<Approvals> approvals;
    private final JsonMapper json;

    Consent(ObjectProvider<Approvals> approvals, JsonMapper json) {
        this.approvals = approvals;
        this.json = json;
    }

    ApprovalView ask(
            String kind,
            UUID subject,
            Object command,
            long amount,
            Map<String, Object> facts,
            @Nullable MemberId member,
            String why) {
        return approvals
                .getObject()
                .ask(new AskApproval(kind, subject, json.valueToTree(command), facts, amount, member, null, why));
    }

    /** Whom a payout of this size would wait for. */
    AuthorityOutlook outlook(long amount) {
        return approvals.getObject().outlook(PayoutSubjects.PAY, amount);
    }

    /** The request that waits for a decision on a payout. */
    @Nullable
    UUID request(UUID payout) {
        return approvals
                .getObject()
                .open(PayoutSubjects.PAY, payout)
                .map(ApprovalView::id)
                .orElse(null);
    }

    /** Whether a payout went back to the one who asked, so nobody decides on it. */
    boolean returned(UUID payout) {
        return approvals
                .getObject()
                .open(PayoutSubjects.PAY, payout)
                .filter(request -> request.state() == ApprovalView.State.RETURNED)
                .isPresent();
    }

    /** The reversals that were asked for and not decided on. */
    Stream<Paying.Back> reversals() {
        return approvals.getObject().undecided(PayoutSubjects.REVERSE).stream()
                .map(command -> json.treeToValue(command, Paying.Back.class));
    }

    /** Those of one payout, with what is known of the requests. */
    List<PayoutView.Reversing> reversing(UUID payout) {
        return reversals()
                .filter(back -> back.payout().equals(payout))
                .flatMap(back -> approvals
                        .getObject()
                        .open(PayoutSubjects.REVERSE, reversal(payout, back.member()))
                        .map(request -> new PayoutView.Reversing(
                                request.id(),
                                back.member(),
                                back.reason(),
                                request.requestedByName(),
                                request.requestedAt()))
                        .stream())
                .toList();
    }

    /** What a request to take back a promoter's payment, or all of a payout, is about. */
    static UUID reversal(UUID payout, @Nullable MemberId member) {
        return Ids.derived("cashback|payout-back|" + payout + "|" + (member == null ? "all" : member.toString()));
    }
}
