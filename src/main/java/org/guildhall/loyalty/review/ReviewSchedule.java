package org.guildhall.loyalty.review;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.platform.Nightly;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reviews tiers shortly after midnight, company time, on one instance. */
@Configuration(proxyBeanMethods = false)
class ReviewSchedule {

    @Bean
    RecurringTask<Void> reviewTiers(ObjectProvider<Reviews> reviews, BusinessTime time) {
        return Nightly.task("loyalty.review-tiers", Schedules.daily(time.zone(), LocalTime.of(0, 10)))
                .execute((instance, context) -> reviews.getObject().run());
    }
}
