package org.guildhall.ledger.expiry;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.time.LocalTime;
import org.guildhall.access.Access;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.ledger.holds.Holds;
import org.guildhall.ledger.laws.Laws;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the ledger does of itself: expire after midnight, release holds that timed out, prove its laws at night. */
@Configuration(proxyBeanMethods = false)
class LedgerSchedule {

    private final ObjectProvider<Access> access;

    LedgerSchedule(ObjectProvider<Access> access) {
        this.access = access;
    }

    @Bean
    RecurringTask<Void> expireLots(ObjectProvider<Expiry> expiry, BusinessTime time) {
        return Tasks.recurring("ledger.expire", Schedules.daily(time.zone(), LocalTime.of(0, 5)))
                .execute((instance, context) ->
                        as("expiry", () -> expiry.getObject().runAll()));
    }

    @Bean
    RecurringTask<Void> releaseTimedOutHolds(ObjectProvider<Holds> holds) {
        return Tasks.recurring("ledger.release-holds", Schedules.fixedDelay(Duration.ofMinutes(1)))
                .execute((instance, context) ->
                        as("holds", () -> holds.getObject().releaseTimedOut()));
    }

    @Bean
    RecurringTask<Void> proveLaws(ObjectProvider<Laws> laws, BusinessTime time) {
        return Tasks.recurring("ledger.prove", Schedules.daily(time.zone(), LocalTime.of(2, 30)))
                .execute(
                        (instance, context) -> as("laws", () -> laws.getObject().prove()));
    }

    private void as(String what, Runnable work) {
        access.getObject().runAs(new Actor.Machine(what), work);
    }
}
