package org.guildhall.approvals.requests;

import java.util.Set;
import java.util.UUID;
import org.guildhall.access.Access;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.platform.OneByOne;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Moves overdue requests, each in a transaction of its own. */
@Component
public class ApprovalClockRun {

    private static final int AT_ONCE = 500;

    private final TaskStore tasks;
    private final Words words;
    private final Access access;
    private final TransactionTemplate transaction;
    private final BusinessTime time;

    ApprovalClockRun(TaskStore tasks, Words words, Access access, TransactionTemplate transaction, BusinessTime time) {
        this.tasks = tasks;
        this.words = words;
        this.access = access;
        this.transaction = transaction;
        this.time = time;
    }

    /** How many were moved. */
    public int run() {
        return access.runAs(
                new Actor.Machine("approvals-clock"),
                () -> OneByOne.work(
                        AT_ONCE,
                        (Set<UUID> but) -> tasks.overdue(time.now(), but, AT_ONCE),
                        id -> Boolean.TRUE.equals(transaction.execute(status -> words.overdue(id)))));
    }
}
