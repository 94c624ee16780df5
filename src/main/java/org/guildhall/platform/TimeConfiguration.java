package org.guildhall.platform;

import java.time.Clock;
import java.time.ZoneId;
import org.guildhall.kernel.BusinessTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock, and the company's reading of it. */
@Configuration(proxyBeanMethods = false)
class TimeConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    BusinessTime businessTime(Clock clock, @Value("${guildhall.zone}") ZoneId zone) {
        return new BusinessTime(clock, zone);
    }
}
