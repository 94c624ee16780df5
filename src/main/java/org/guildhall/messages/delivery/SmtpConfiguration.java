package org.guildhall.messages.delivery;

import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Brings SMTP in when a host is named. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("guildhall.messages.smtp.host")
@EnableConfigurationProperties(SmtpSettings.class)
class SmtpConfiguration {

    @Bean
    SmtpDelivery smtpDelivery(SmtpSettings settings) {
        return new SmtpDelivery(settings, Objects.requireNonNull(settings.host()));
    }
}
