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
import org.guildhall.ledger.laws.NightWatch;
import org.guildhall.platform.Nightly;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the ledger does of itself: expire after midnight, release holds that timed out, prove its laws at night. */
@Configuration(proxyBeanMethods = false)
class LedgerSchedule {

    /** The first proves; the others only if it could not, or was cut short. */
    private static final LocalTime[] NIGHT = {
        LocalTime.of(2, 30), LocalTime.of(3, 30), LocalTime.of(4, 30), LocalTime.of(5, 30)
    };

    private final ObjectProvider<Access> access;

    LedgerSchedule(ObjectProvider<Access> access) {
        this.access = access;
    }

    @Bean
    RecurringTask<Void> expireLots(ObjectProvider<Expiry> expiry, BusinessTime time) {
        return Nightly.task("ledger.expire", Schedules.daily(time.zone(), LocalTime.of(0, 5)))
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
    RecurringTask<Void> proveLaws(ObjectProvider<NightWatch> watch, BusinessTime time) {
        return Tasks.recurring("ledger.prove", Schedules.daily(time.zone(), NIGHT))
                .execute((instance, context) ->
                        as(NightWatch.ACTOR, () -> watch.getObject().watch()));
    }

    private void as(String what, Runnable work) {
        access.getObject().runAs(new Actor.Machine(what), work);
    }
}
