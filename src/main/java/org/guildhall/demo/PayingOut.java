package org.guildhall.demo;

import org.guildhall.access.Access;
import org.guildhall.access.StaffDirectory;
import org.guildhall.cashback.CashbackRefusal;
import org.guildhall.cashback.CommissionPayouts;
import org.guildhall.cashback.FoundingPayouts;
import org.guildhall.cashback.PayoutLineQuery;
import org.guildhall.cashback.PayoutQuery;
import org.guildhall.cashback.ProposePayout;
import org.guildhall.cashback.ReversePayout;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Refusal;
import org.springframework.stereotype.Component;

/** Last month's commissions were paid out; one payment did not arrive, and taking it back waits for a yes. */
@Component
class PayingOut {

    private final FoundingPayouts founding;
    private final CommissionPayouts payouts;
    private final StaffDirectory staff;
    private final Access access;
    private final BusinessTime time;

    PayingOut(
            FoundingPayouts founding,
            CommissionPayouts payouts,
            StaffDirectory staff,
            Access access,
            BusinessTime time) {
        this.founding = founding;
        this.payouts = payouts;
        this.staff = staff;
        this.access = access;
        this.time = time;
    }

    /** Pays out what was due at the end of last month, on the first of this one; nothing where too little was due. */
    void lastMonth(DemoStory story) {
        var first = story.today().withDayOfMonth(1);
        try {
            founding.paidAt(new ProposePayout(first.minusDays(1), "上月佣金"), "demo|payout", time.startOf(first));
        } catch (Refusal refusal) {
            tooLittle(refusal);
        }
    }

    /** One payment came back from the bank; the supervisor of operations asks to reverse it. */
    void returned() {
        var paid = payouts.list(new PayoutQuery(null, null, 2)).items();
        if (paid.size() != 1) {
            return;
        }
        var payout = paid.getFirst().id();
        var line = payouts.lines(new PayoutLineQuery(payout, null, null, null, 1))
                .items()
                .getFirst();
        var back = new ReversePayout(line.member(), "银行退回：户名不符");
        var ops = new Actor.Staff(staff.byUsername("ops").orElseThrow(), "周若岚");
        access.runAs(ops, () -> payouts.reverse(payout, back, "demo|payout-back"));
    }

    private static void tooLittle(Refusal refusal) {
        if (!(refusal.reason() instanceof CashbackRefusal.NothingToPay)) {
            throw refusal;
        }
    }
}
