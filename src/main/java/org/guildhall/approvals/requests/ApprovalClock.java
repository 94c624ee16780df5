package org.guildhall.approvals.requests;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks every few minutes for steps that waited too long. */
@Configuration(proxyBeanMethods = false)
class ApprovalClock {

    @Bean
    RecurringTask<Void> moveOverdueApprovals(ObjectProvider<ApprovalClockRun> overdue) {
        return Tasks.recurring("approvals.overdue", Schedules.fixedDelay(Duration.ofMinutes(5)))
                .execute((instance, context) -> overdue.getObject().run());
    }
}
