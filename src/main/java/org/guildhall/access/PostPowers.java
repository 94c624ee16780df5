package org.guildhall.access;

import org.guildhall.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the holder of a post may decide (the post card's 权限); approvals follow it.
 *
 * @param moneyLimit the largest sum the holder may approve alone; none when absent
 */
public record PostPowers(
        @Nullable Money moneyLimit,
        boolean settlesComplaints,
        boolean publishesPolicies,
        boolean proposesAppointments,
        boolean proposesRewards,
        boolean rulesDisputes,
        boolean outsideContacts) {

    /** A post without any power to decide. */
    public static final PostPowers NONE = new PostPowers(null, false, false, false, false, false, false);
}
