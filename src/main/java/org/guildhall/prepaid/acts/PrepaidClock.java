package org.guildhall.prepaid.acts;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.guildhall.prepaid.StoredValue;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks every minute for locked payments that nobody used in time. */
@Configuration(proxyBeanMethods = false)
class PrepaidClock {

    @Bean
    RecurringTask<Void> releaseLapsedPayments(ObjectProvider<StoredValue> storedValue) {
        return Tasks.recurring("prepaid.release", Schedules.fixedDelay(Duration.ofMinutes(1)))
                .execute((instance, context) -> storedValue.getObject().releaseLapsed());
    }
}
