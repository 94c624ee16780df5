package org.guildhall.cashback.acts;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import org.guildhall.access.Access;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.platform.Nightly;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Settles shortly after midnight, company time, on one instance. */
@Configuration(proxyBeanMethods = false)
class SettlementSchedule {

    @Bean
    RecurringTask<Void> settleRebates(
            ObjectProvider<Settling> settling, ObjectProvider<Access> access, BusinessTime time) {
        return Nightly.task(Settling.KIND, Schedules.daily(time.zone(), LocalTime.of(0, 40)))
                .execute((instance, context) -> access.getObject()
                        .runAs(
                                new Actor.Machine("cashback"),
                                () -> settling.getObject().run()));
    }
}
