package org.guildhall.platform.jobs;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Instant;
import java.time.LocalTime;
import java.util.UUID;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.platform.Downloads;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the scheduler knows of: running a job, and removing old downloads every night. */
@Configuration(proxyBeanMethods = false)
class JobSchedule {

    @Bean
    CustomTask<Void> jobTask(ObjectProvider<JobRunner> runner) {
        return Tasks.custom("platform.job", Void.class).execute((instance, context) -> switch (runner.getObject()
                .run(UUID.fromString(instance.getId()))) {
            case ENDED -> new CompletionHandler.OnCompleteRemove<>();
            case SET_ASIDE -> (complete, operations) -> operations.reschedule(complete, Instant.EPOCH);
            // The later run has the entry now, and removes it.
            case OVERTAKEN -> (complete, operations) -> {};
        });
    }

    @Bean
    RecurringTask<Void> removeExpiredDownloads(ObjectProvider<Downloads> downloads, BusinessTime time) {
        return Tasks.recurring("platform.remove-expired-downloads", Schedules.daily(time.zone(), LocalTime.of(3, 10)))
                .execute((instance, context) -> downloads.getObject().removeExpired());
    }
}
