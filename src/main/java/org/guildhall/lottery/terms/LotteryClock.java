package org.guildhall.lottery.terms;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.guildhall.lottery.Lotteries;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks every few minutes for lotteries that are over, and for seeds that are due. */
@Configuration(proxyBeanMethods = false)
class LotteryClock {

    @Bean
    RecurringTask<Void> tendLotteries(ObjectProvider<Lotteries> lotteries) {
        return Tasks.recurring("lottery.tend", Schedules.fixedDelay(Duration.ofMinutes(5)))
                .execute((instance, context) -> lotteries.getObject().tend());
    }
}
