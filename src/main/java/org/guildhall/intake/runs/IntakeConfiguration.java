package org.guildhall.intake.runs;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import org.guildhall.access.PermissionCatalogue;
import org.guildhall.intake.ImportPermissions;
import org.guildhall.kernel.BusinessTime;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the intake offers to the house: its permissions, and the nightly removal of old files. */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

    @Bean
    PermissionCatalogue intakePermissions() {
        return PermissionCatalogue.of(
                "intake", ImportPermissions.READ, ImportPermissions.IMPORT, ImportPermissions.UNDO);
    }

    @Bean
    RecurringTask<Void> removeOldImportFiles(ObjectProvider<OldFiles> files, BusinessTime time) {
        return Tasks.recurring("intake.remove-old-files", Schedules.daily(time.zone(), LocalTime.of(3, 20)))
                .execute((instance, context) -> files.getObject().remove());
    }
}
