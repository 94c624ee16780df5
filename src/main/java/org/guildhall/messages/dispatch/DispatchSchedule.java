package org.guildhall.messages.dispatch;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.guildhall.access.Access;
import org.guildhall.kernel.Actor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sends what is due every half minute, on one instance at a time. */
@Configuration(proxyBeanMethods = false)
class DispatchSchedule {

    @Bean
    RecurringTask<Void> sendMessages(ObjectProvider<Dispatcher> dispatcher, ObjectProvider<Access> access) {
        return Tasks.recurring("messages.dispatch", Schedules.fixedDelay(Duration.ofSeconds(30)))
                .execute((instance, context) -> access.getObject().runAs(new Actor.Machine("messages"), () -> {
                    dispatcher.getObject().run();
                }));
    }
}
