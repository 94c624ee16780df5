package org.guildhall.adjustments.grants;

import java.util.Collection;
import org.guildhall.approvals.ApprovalPolicy.Mode;
import org.guildhall.approvals.Approvals;
import org.guildhall.approvals.AuthorityOutlook;
import org.guildhall.kernel.MemberId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Says by which row of the authority table a grant is judged: by its own for all that it comes to, or, where more people must
 * agree to that, by the row of points by hand for the most that one member gets. So giving to a few is no way around the latter.
 */
@Component
record Judging(ObjectProvider<Approvals> approvals, MemberShares shares) {

    /** The row's kind, the size that counts there, and what the row asks. */
    record Judged(String kind, long size, AuthorityOutlook authority) {

        boolean byMember() {
            return kind.equals(GrantSubjects.BY_HAND);
        }
    }

    Judged of(long total, long each, Collection<MemberId> members) {
        var own = judged(GrantSubjects.GIVE, total);
        var byHand = judged(GrantSubjects.BY_HAND, members.isEmpty() ? 0 : shares.most(members, each));
        return voices(byHand) > voices(own) ? byHand : own;
    }

    private Judged judged(String kind, long size) {
        return new Judged(kind, size, approvals.getObject().outlook(kind, size));
    }

    /** How many people must agree. */
    private static int voices(Judged judged) {
        return judged.authority.needed()
                ? judged.authority.steps().stream()
                        .mapToInt(step -> step.mode() == Mode.ALL ? step.posts().size() : 1)
                        .sum()
                : 0;
    }
}
