package org.guildhall.loyalty.warnings;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.platform.Nightly;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Warns every morning, company time, on one instance; after expiry and reviews of the night. */
@Configuration(proxyBeanMethods = false)
class WarningsSchedule {

    @Bean
    RecurringTask<Void> warnMembers(ObjectProvider<Warnings> warnings, BusinessTime time) {
        return Nightly.task("loyalty.warn", Schedules.daily(time.zone(), LocalTime.of(6, 0)))
                .execute((instance, context) -> warnings.getObject().runByCalendar());
    }
}
