package org.guildhall.mall.orders;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.guildhall.mall.Redemptions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks every few minutes for redemptions that nobody picked up in time. */
@Configuration(proxyBeanMethods = false)
class MallClock {

    @Bean
    RecurringTask<Void> giveUpRedemptions(ObjectProvider<Redemptions> redemptions) {
        return Tasks.recurring("mall.give-up", Schedules.fixedDelay(Duration.ofMinutes(5)))
                .execute((instance, context) -> redemptions.getObject().giveUpOverdue());
    }
}
