package org.guildhall.messages.proofs;

import org.guildhall.ledger.ModuleLaw;
import org.guildhall.messages.Recipients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The laws of messages. */
@Configuration(proxyBeanMethods = false)
class MessageLaws {

    @Bean
    ModuleLaw fatesAreAttempts() {
        return new ModuleLaw.ByQuery("messages.fates-are-attempts", "messages.message", Breaches.FATES_ARE_ATTEMPTS);
    }

    @Bean
    ModuleLaw toldOnce() {
        return new ModuleLaw.ByQuery("messages.told-once", "messages.message", Breaches.TOLD_ONCE);
    }

    @Bean
    ModuleLaw advertisingHasConsent(MessageLawStore store, Recipients recipients) {
        return new ModuleLaw.ByLooking(
                "messages.advertising-has-consent", new AdvertisingHasConsent(store, recipients)::check);
    }
}
