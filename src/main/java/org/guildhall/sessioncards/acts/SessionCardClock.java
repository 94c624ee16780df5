package org.guildhall.sessioncards.acts;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.sessioncards.Bookings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks every night for bookings of earlier days that nobody ended. */
@Configuration(proxyBeanMethods = false)
class SessionCardClock {

    @Bean
    RecurringTask<Void> markNoShows(ObjectProvider<Bookings> bookings, BusinessTime time) {
        return Tasks.recurring("sessioncards.no-shows", Schedules.daily(time.zone(), LocalTime.of(0, 20)))
                .execute((instance, context) -> bookings.getObject().markNoShows());
    }
}
