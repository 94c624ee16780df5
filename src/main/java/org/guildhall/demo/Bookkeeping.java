package org.guildhall.demo;

import org.guildhall.access.Access;
import org.guildhall.access.StaffDirectory;
import org.guildhall.approvals.Approvals;
import org.guildhall.approvals.Decide;
import org.guildhall.finance.ChangePeriod;
import org.guildhall.finance.PeriodEnd;
import org.guildhall.kernel.Actor;
import org.springframework.stereotype.Component;

/** Closes the books of last month as a person at the screen does: the head of the centre asks, and the supervisor of operations says yes. */
@Component
class Bookkeeping {

    private final PeriodEnd books;
    private final Approvals approvals;
    private final StaffDirectory staff;
    private final Access access;

    Bookkeeping(PeriodEnd books, Approvals approvals, StaffDirectory staff, Access access) {
        this.books = books;
        this.approvals = approvals;
        this.staff = staff;
        this.access = access;
    }

    /** Within the caller's transaction, once everything of the month is told; told again, it changes nothing. */
    void close() {
        var lead = person("lead", "林清和");
        var months = access.runAs(lead, books::periods);
        if (!months.closings().isEmpty()) {
            return;
        }
        var wish = new ChangePeriod(months.next(), "月度结账，与财务核对一致");
        var asked = access.runAs(lead, () -> books.close(wish)).asked();
        if (asked != null) {
            access.runAs(person("ops", "周若岚"), () -> {
                int revision = approvals.get(asked.request()).revision();
                return approvals.decide(asked.request(), new Decide(revision, Decide.Verdict.APPROVE, "已与各店日结核对"));
            });
        }
    }

    private Actor.Staff person(String username, String name) {
        return new Actor.Staff(staff.byUsername(username).orElseThrow(), name);
    }
}
