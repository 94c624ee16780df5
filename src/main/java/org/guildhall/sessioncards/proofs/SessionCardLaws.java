package org.guildhall.sessioncards.proofs;

import org.guildhall.ledger.ModuleLaw;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The laws of session cards and bookings. */
@Configuration(proxyBeanMethods = false)
class SessionCardLaws {

    @Bean
    ModuleLaw sessionsAreFacts() {
        return new ModuleLaw.ByQuery("sessioncards.counts-are-facts", "sessioncards.share", Breaches.COUNTS_ARE_FACTS);
    }

    @Bean
    ModuleLaw sessionsNeverOverdrawn() {
        return new ModuleLaw.ByQuery("sessioncards.never-overdrawn", "sessioncards.share", Breaches.NEVER_OVERDRAWN);
    }

    @Bean
    ModuleLaw sessionPricesAddUp() {
        return new ModuleLaw.ByQuery("sessioncards.prices-add-up", "sessioncards.card", Breaches.PRICES_ADD_UP);
    }

    @Bean
    ModuleLaw sessionDaysAsBought() {
        return new ModuleLaw.ByQuery("sessioncards.days-as-bought", "sessioncards.card", Breaches.DAYS_AS_BOUGHT);
    }

    @Bean
    ModuleLaw bookingsTakeOnce() {
        return new ModuleLaw.ByQuery("sessioncards.nobody-twice", "sessioncards.booking", Breaches.NOBODY_TWICE);
    }

    @Bean
    ModuleLaw bookingsHoldSessions() {
        return new ModuleLaw.ByQuery(
                "sessioncards.bookings-hold-sessions", "sessioncards.booking", Breaches.BOOKINGS_HOLD_SESSIONS);
    }

    @Bean
    ModuleLaw sessionRefundsAsCalculated(RefundsAsCalculated refunds) {
        return new ModuleLaw.ByLooking("sessioncards.refunds-as-calculated", refunds::check);
    }
}
